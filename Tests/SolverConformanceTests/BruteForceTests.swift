import SolverConformance
import Testing

@Suite struct BruteForceTests {
  @Test(arguments: NamedInstance.all)
  func `finds the known answer of every named instance`(instance: NamedInstance) {
    #expect(bruteForceAnswer(of: instance.problem) == instance.answer)
  }
}
