// swift-tools-version: 6.3
import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// The GLPK adapter takes part only where the trait asks for it.
let glpk: Target.Dependency = .target(
  name: "AssignmentGLPK", condition: .when(traits: ["GLPK"]))

/// What only documentation needs: `make docs` asks for it, and a build never fetches it.
let documentation: [Package.Dependency] =
  Context.environment["NASTAVNIK_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

/// What only `Fuzzing/run.sh` builds: the readers in one archive, which it links with libFuzzer.
let fuzzing: [Product] =
  Context.environment["NASTAVNIK_FUZZING"] == nil
  ? [] : [.library(name: "FuzzedReadersArchive", type: .static, targets: ["FuzzedReaders"])]

// Each target uses only targets that stand above it; a test holds this order.
let package = Package(
  name: "nastavnik",
  products: [
    .executable(name: "nastavnik", targets: ["nastavnik"]),
    .library(name: "AssignmentKernel", targets: ["AssignmentKernel"]),
    .library(name: "NastavnikKit", targets: ["NastavnikKit"]),
  ] + fuzzing,
  traits: [
    .trait(name: "GLPK", description: "Solve through libglpk-dev as well as in pure Swift."),
    .default(enabledTraits: ["GLPK"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
      traits: ["FullFoundation"]),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ] + documentation,
  targets: [
    .target(name: "Wording", swiftSettings: house),
    .target(name: "MentoringModel", dependencies: ["Wording"], swiftSettings: house),
    .target(name: "AssignmentKernel", dependencies: ["Wording"], swiftSettings: house),
    .systemLibrary(
      name: "CGLPK", providers: [.apt(["libglpk-dev"]), .brew(["glpk"])]),
    .target(
      name: "AssignmentGLPK",
      dependencies: [
        "AssignmentKernel", .target(name: "CGLPK", condition: .when(traits: ["GLPK"])),
      ],
      swiftSettings: house + [.strictMemorySafety()]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .target(
      name: "Archives", dependencies: ["CZip"], swiftSettings: house),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .target(name: "OfficeXML", dependencies: ["CExpat"], swiftSettings: house),
    .systemLibrary(
      name: "CXlsxwriter", providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .target(
      name: "Workbooks", dependencies: ["Archives", "OfficeXML", "CXlsxwriter"],
      swiftSettings: house),
    .target(
      name: "InstanceIO", dependencies: ["Wording", "AssignmentKernel", "Archives"],
      swiftSettings: house),
    .target(
      name: "Matching", dependencies: ["Wording", "MentoringModel", "AssignmentKernel"],
      swiftSettings: house),
    .target(
      name: "BankIO",
      dependencies: [
        "Wording", "MentoringModel", "Workbooks", .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: house),
    .target(
      name: "Registry",
      dependencies: [
        "Wording", "MentoringModel",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: house),
    .target(
      name: "SyntheticBanks",
      dependencies: [
        "Wording", "MentoringModel", "Workbooks", "BankIO", .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: house),
    .target(
      name: "Reports",
      dependencies: [
        "Wording", "MentoringModel", "AssignmentKernel", "Workbooks", "Matching", "BankIO",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: house),
    .target(
      name: "WordDocuments", dependencies: ["MentoringModel", "Archives", "OfficeXML"],
      swiftSettings: house),
    .target(
      name: "Orders",
      dependencies: [
        "Wording", "MentoringModel", "Matching", "Reports", "WordDocuments",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: house),
    .target(
      name: "NastavnikKit",
      dependencies: [
        "Wording", "MentoringModel", "AssignmentKernel", glpk, "Matching", "BankIO", "Registry",
        "Reports", "Orders",
      ],
      swiftSettings: house),
    .target(
      name: "Workbench",
      dependencies: [
        "Wording", "MentoringModel", "AssignmentKernel", "Archives", "Matching", "BankIO",
        "Registry", "SyntheticBanks", "Reports", "Orders", "NastavnikKit",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: house),
    .target(
      name: "NastavnikCLI",
      dependencies: [
        "Wording", "MentoringModel", "AssignmentKernel", "Workbooks", "InstanceIO", "Matching",
        "BankIO", "Registry", "SyntheticBanks", "Reports", "Orders", "NastavnikKit", "Workbench",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(name: "nastavnik", dependencies: ["NastavnikCLI"], swiftSettings: house),
    .target(
      name: "SolverConformance", dependencies: ["AssignmentKernel"],
      path: "Tests/SolverConformance", swiftSettings: house),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Wording", "MentoringModel", "AssignmentKernel", "Workbooks", "Matching", "Reports",
      ],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "WordDocumentsTests", dependencies: ["Archives", "OfficeXML", "WordDocuments"],
      swiftSettings: house),
    .testTarget(
      name: "OrdersTests",
      dependencies: [
        "Wording", "MentoringModel", "Matching", "Reports", "Archives", "OfficeXML",
        "WordDocuments", "Orders", "AssignmentKernel",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "NastavnikKitTests",
      dependencies: [
        "Wording", "MentoringModel", "AssignmentKernel", "Matching", "BankIO", "SyntheticBanks",
        "Reports", "NastavnikKit",
      ],
      swiftSettings: house),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Wording", "MentoringModel", "AssignmentKernel", "Matching", "BankIO", "Registry",
        "Reports", "Orders", "NastavnikKit", "Workbench",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: house),
    .testTarget(
      name: "NastavnikCLITests",
      dependencies: [
        "Wording", "MentoringModel", "BankIO", "Registry", "NastavnikKit", "NastavnikCLI",
        "SyntheticBanks", "Archives", "WordDocuments", "Orders", "AssignmentKernel",
      ],
      swiftSettings: house),
    .testTarget(name: "ArchitectureTests", swiftSettings: house),
    .testTarget(
      name: "SolverConformanceTests", dependencies: ["SolverConformance"], swiftSettings: house),
    .testTarget(name: "WordingTests", dependencies: ["Wording"], swiftSettings: house),
    .testTarget(
      name: "MentoringModelTests",
      dependencies: ["Wording", "MentoringModel", "SolverConformance"],
      swiftSettings: house),
    .testTarget(
      name: "AssignmentKernelTests", dependencies: ["AssignmentKernel", "SolverConformance"],
      swiftSettings: house),
    .testTarget(
      name: "MatchingTests",
      dependencies: [
        "AssignmentKernel", "Matching", "MentoringModel", "SolverConformance", "Wording",
      ],
      swiftSettings: house),
    .testTarget(
      name: "AssignmentGLPKTests",
      dependencies: [glpk, "AssignmentKernel", "SolverConformance"], swiftSettings: house),
    .target(
      name: "WorkbookSamples", dependencies: ["CZip"], path: "Tests/WorkbookSamples",
      swiftSettings: house),
    .testTarget(
      name: "WorkbooksTests", dependencies: ["Archives", "Workbooks", "WorkbookSamples"],
      swiftSettings: house),
    .target(
      name: "FuzzedReaders",
      dependencies: [
        "Wording", "MentoringModel", "Archives", "Workbooks", "InstanceIO", "BankIO",
      ],
      path: "Fuzzing/Readers", swiftSettings: house),
    .testTarget(
      name: "BankIOTests",
      dependencies: [
        "Wording", "MentoringModel", "Workbooks", "BankIO", "WorkbookSamples", "FuzzedReaders",
      ],
      swiftSettings: house),
    .testTarget(
      name: "RegistryTests",
      dependencies: [
        "Wording", "MentoringModel", "BankIO", "SyntheticBanks", "Registry",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Golden"], swiftSettings: house),
    .testTarget(
      name: "SyntheticBanksTests",
      dependencies: ["Wording", "MentoringModel", "BankIO", "SyntheticBanks"],
      swiftSettings: house),
    .testTarget(
      name: "InstanceIOTests",
      dependencies: ["Wording", "AssignmentKernel", "InstanceIO", "SolverConformance"],
      resources: [.copy("Fixtures")], swiftSettings: house),
  ]
)
