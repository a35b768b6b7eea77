import ArgumentParser
import Foundation
import NastavnikKit
import Registry
import Wording

/// Who signs what is written into a registry, and how long to wait for it.
struct SigningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      ru: "Кто решает (по умолчанию — имя пользователя компьютера).",
      en: "Who decides (default: the login name)."))
  var by: String?

  @Option(
    help: ArgumentHelp(
      ru: "Сколько секунд ждать, если с реестром работает другая программа.",
      en: "The seconds to wait where another program works on the registry."))
  var wait = 10.0

  func validate() throws {
    guard wait >= 0, wait <= 86_400 else {
      throw ValidationError(
        Text(
          ru: "--wait: нужно число секунд от 0 до 86400.",
          en: "--wait takes seconds, from 0 to 86400."
        ).help)
    }
  }

  /// The user of a registry in a session.
  func user(_ command: String, in session: Session) -> RegistryUser {
    let name = by.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } ?? ""
    return RegistryUser(
      name: name.isEmpty ? NSUserName() : name, command: command, patience: wait,
      now: session.now)
  }
}

/// The registry that a command works on.
struct RegistryOptions: ParsableArguments {
  @Option(help: ArgumentHelp(ru: "Файл реестра.", en: "The file of the registry."))
  var registry = "nastavnik.sqlite"

  @OptionGroup var signing: SigningOptions

  /// Opens the registry.
  func open(for command: String, in session: Session) throws(RegistryFailure) -> Registry {
    try Registry.open(registry, by: signing.user("registry \(command)", in: session))
  }
}
