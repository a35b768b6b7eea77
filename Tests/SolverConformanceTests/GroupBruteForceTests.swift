import SolverConformance
import Testing

@Suite struct GroupBruteForceTests {
  @Test(arguments: NamedGroupInstance.all)
  func `finds the known answer of every named instance of groups`(instance: NamedGroupInstance) {
    #expect(bruteForceAnswer(of: instance.problem) == instance.answer)
  }
}
