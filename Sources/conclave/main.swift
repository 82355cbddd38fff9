import ConclaveCLI

Program.main()
