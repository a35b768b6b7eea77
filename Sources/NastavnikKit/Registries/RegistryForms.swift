import BankIO
import Foundation
public import MentoringModel
public import Registry

extension Registry {
  /// The form of the registry's programme that goes by a name: an id, a title or an alias.
  ///
  /// - Throws: ``RunFailure/unknownForm(_:suggestion:)``.
  public func formID(named name: String) throws(RunFailure) -> FormID {
    let data: Data
    do { data = try programmeFile() } catch { throw .registry(error) }
    let file = InputFile(name: "programme.yaml", data: data)
    let folder = ProgrammeFolder.read(file, bank: Bank(), from: file)
    guard let programme = folder.programme else { throw .unusableData(folder.findings) }
    return try programme.formID(named: name)
  }
}
