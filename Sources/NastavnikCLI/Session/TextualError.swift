import AssignmentKernel
import InstanceIO
import Reports
import Wording

/// An error about the user's data that says what is the matter in both languages.
protocol TextualError: Error {
  /// What is the matter and what to do.
  var text: Text { get }
}

extension CertificateError: TextualError {}
extension InstanceError: TextualError {}
extension ProblemError: TextualError {}
