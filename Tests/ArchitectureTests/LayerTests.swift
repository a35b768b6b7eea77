import Foundation
import Testing

@Suite struct LayerTests {
  @Test func `every folder of sources is a target of the list`() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: PackageSources.root.appending(path: "Sources").path)
    #expect(Set(folders.filter { !$0.hasPrefix(".") }) == Set(layers))
  }

  @Test(arguments: layers)
  func `a target depends only on targets above it`(target: String) throws {
    let above = Set(layers.prefix { $0 != target })
    let below = try PackageSources.dependencies(of: target).subtracting(above)
    #expect(below.isEmpty)
  }

  @Test(arguments: layers)
  func `a target imports only what it declares`(target: String) throws {
    let declared = try PackageSources.dependencies(of: target)
    let undeclared = try PackageSources.imports(of: target).subtracting(declared)
    #expect(undeclared.isEmpty)
  }

  @Test(arguments: layers.filter { !["CGLPK", "CZip", "CExpat", "CXlsxwriter"].contains($0) })
  func `a target declares only what it imports`(target: String) throws {
    let imported = try PackageSources.imports(of: target)
    let idle = try PackageSources.dependencies(of: target).subtracting(imported)
    #expect(idle.isEmpty)
  }

  @Test func `the kernel knows no people`() throws {
    let people: Set = ["MentoringModel", "Matching", "BankIO"]
    #expect(try PackageSources.imports(of: "AssignmentKernel").isDisjoint(with: people))
  }
}
