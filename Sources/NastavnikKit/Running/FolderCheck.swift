import BankIO
import Matching
public import MentoringModel

/// All findings of a programme folder, without solving anything.
public enum FolderCheck {
  /// The findings of the files, and of their making sense together.
  public static func findings(at path: String) throws(RunFailure) -> [Finding] {
    let folder = try LoadedFolder.usable(at: path)
    guard let programme = folder.programme else { return folder.findings }
    return folder.findings + Matcher(programme: programme, bank: folder.bank).findings
  }
}
