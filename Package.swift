// swift-tools-version: 6.2
import PackageDescription

// Targets are listed bottom to top: a target may import only what stands above it here and is named
// in its line. `Scripts/check-imports` fails when a source file imports anything else.

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let bits = Target.Dependency.product(name: "BitCollections", package: "swift-collections")
let heaps = Target.Dependency.product(name: "HeapModule", package: "swift-collections")

let package = Package(
  name: "conclave",
  products: [.executable(name: "conclave", targets: ["conclave"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    // The checks that stand against attacks, by name: tests take one away and see the attack succeed.
    .target(name: "Defences"),

    // The two places that touch unsafe memory: libsodium and the kernel, each made safe by one module.
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "Sodium", dependencies: ["CSodium", "Defences"]),
    .target(name: "CPOSIX"),
    .target(name: "POSIX", dependencies: ["CPOSIX", "Defences", system]),

    // The committee's vocabulary and rules; an untrusted pile of named bytes; strangers' mail.
    .target(name: "Casework"),
    .target(name: "Storage", dependencies: ["POSIX", "Defences", system]),
    .target(name: "Mail", dependencies: ["POSIX"]),

    // Who can read what; who stated what, and what follows from it.
    .target(name: "Sealing", dependencies: ["Sodium", "Defences"]),
    .target(
      name: "Statements",
      dependencies: ["Sealing", "Sodium", "Casework", "Defences", bits, heaps]),

    // Bringing copies together; what a member can do.
    .target(name: "Sync", dependencies: ["Statements", "Sealing", "Storage"]),
    .target(
      name: "Vault",
      dependencies: [
        "Sync", "Statements", "Sealing", "Storage", "Casework", "Sodium", "POSIX", "Defences",
        system,
      ]),

    // A person at a terminal.
    .target(
      name: "ConclaveCLI",
      dependencies: [
        "Vault", "Sync", "Casework", "Sealing", "Statements", "Storage", "Mail", "Sodium", "POSIX",
        "Defences", arguments, system,
      ]),
    .executableTarget(name: "conclave", dependencies: ["ConclaveCLI"]),

    .testTarget(name: "SodiumTests", dependencies: ["Sodium"]),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "POSIX", "Defences", system]),
    .testTarget(
      name: "MailTests", dependencies: ["Mail", "POSIX"], exclude: ["Messages", "make-messages"]),
    // What a forger would make, and the frozen vectors; only tests use it.
    .target(name: "Forging", dependencies: ["Sealing", "Sodium"], path: "Tests/Forging"),
    .testTarget(name: "CaseworkTests", dependencies: ["Casework", "Forging"]),
    .testTarget(name: "SealingTests", dependencies: ["Sealing", "Sodium", "Defences", "Forging"]),
    .testTarget(
      name: "VaultTests",
      dependencies: [
        "Vault", "Sync", "Statements", "Sealing", "Storage", "Casework", "Sodium", "POSIX",
        "Defences", "Forging", system,
      ]),
    .testTarget(
      name: "StatementsTests",
      dependencies: ["Statements", "Sealing", "Sodium", "Casework", "Defences", "Forging"]),
    .testTarget(
      name: "ConclaveCLITests",
      dependencies: [
        "ConclaveCLI", "conclave", "Vault", "Casework", "Sealing", "Statements", "Mail", "Sodium",
        "POSIX", "Defences", arguments, system,
      ],
      exclude: ["Transcripts"]),
  ]
)

// Every target of ours is held to the same rules; only the C ones have none of these.
for target in package.targets where target.type != .system && target.name != "CPOSIX" {
  target.swiftSettings = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}

// Only builds for tests can take a check away, or know passphrases that are cheap to try.
let testable = ["Defences", "Sodium", "POSIX", "Sealing", "ConclaveCLI"]
for target in package.targets where testable.contains(target.name) {
  target.swiftSettings?.append(
    .define("CONCLAVE_TEST_FLOOR", .when(configuration: .debug)))
}
