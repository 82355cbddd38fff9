"""Writes the odd messages and what is to be read from each into the folder `Messages`.

Run as `python3 Tests/MailTests/make-messages`. It fails when Python's `email` reads a message in
another way than is expected, and nobody has said why.
"""

import os
import sys

import comparison
import form

import dates, files, headers, kinds, markup, parameters, parts, people, texts, transfer, words

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Messages")
os.makedirs(folder, exist_ok=True)
for name in os.listdir(folder):
    if name.endswith((".eml", ".expect")):
        os.remove(os.path.join(folder, name))
with open(os.path.join(folder, ".gitattributes"), "w") as attributes:
    attributes.write("*.eml -text\n")
failed = False
for name, (content, expected, differs) in form.MESSAGES.items():
    with open(os.path.join(folder, name + ".eml"), "wb") as out:
        out.write(content)
    with open(os.path.join(folder, name + ".expect"), "w") as out:
        out.write("\n".join(form.lines(expected)) + "\n")
    found = comparison.differences(content, expected)
    if {key for key, _ in found} != set(differs):
        failed = True
        print(f"{name}: differs in {found}, and should in {differs}", file=sys.stderr)
agreeing = sum(1 for _, _, differs in form.MESSAGES.values() if not differs)
print(f"{len(form.MESSAGES)} messages; Python's email reads {agreeing} of them the same way")
sys.exit(failed)
