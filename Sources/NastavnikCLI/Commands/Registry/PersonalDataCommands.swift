import ArgumentParser
import MentoringModel
import NastavnikKit
import Registry
import Reports
import Wording

/// `nastavnik registry withdraw`.
struct RegistryWithdrawCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "withdraw",
      abstract: Text(
        ru: "Человек отозвал согласие: убрать его из подборов и выгрузок.",
        en: "Somebody took the consent back: leave him out of runs and exports."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Код человека.", en: "The id of the person."))
  var person: String

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let report = try file.open(for: "withdraw", in: session).withdraw(PersonID(rawValue: person))
    if json {
      session.print(RegistryDocuments.value(of: report).document)
    } else {
      session.print(RegistryTables.text(of: report, in: session))
    }
    return .done
  }
}

/// `nastavnik registry purge`.
struct RegistryPurgeCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "purge",
      abstract: Text(
        ru: "Стереть человека из реестра безвозвратно: останется псевдоним.",
        en: "Erase a person from the registry for good: a pseudonym stays."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Код человека.", en: "The id of the person."))
  var person: String

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let report = try file.open(for: "purge", in: session).purge(PersonID(rawValue: person))
    if json {
      session.print(RegistryDocuments.value(of: report).document)
    } else {
      session.print(Text.purged(report))
    }
    session.note(.elsewhere)
    if report.nameRemains { session.note(.namesake) }
    if !report.copies.isEmpty { session.note(.copies(report.copies)) }
    if !report.copiesLeft.isEmpty {
      session.note(.copiesLeft(report.copiesLeft, pseudonym: report.pseudonym))
    }
    return .done
  }
}

/// `nastavnik registry admit`.
struct RegistryAdmitCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "admit",
      abstract: Text(
        ru: "Допустить стёртых раньше людей: следующий import внесёт их заново.",
        en: "Let people in who were erased: the next import takes them anew."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Коды людей, как в таблицах.", en: "The ids, as in the tables."))
  var people: [String]

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    try file.open(for: "admit", in: session).admit(people.map { PersonID(rawValue: $0) })
    if json {
      let ids = JSONValue.array(people.map { .string($0) })
      session.print(JSONValue.object([.init("admitted", ids)]).document)
    } else {
      session.print(Text.admitted(people))
    }
    return .done
  }
}

/// `nastavnik registry export`.
struct RegistryExportCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Text(
        ru: "Выгрузить папку программы (базы и действующие решения) или файлы подбора.",
        en: "Write the programme folder (banks and decisions that stand), or the files of a run."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Куда.", en: "Where to."))
  var folder: String

  @Option(help: ArgumentHelp(ru: "Таблицы: xlsx или csv.", en: "The tables: xlsx or csv."))
  var tables = TableFiles.xlsx

  @Option(
    help: ArgumentHelp(
      ru: "Вместо папки — план, доказательство и манифест подбора с этим номером.",
      en: "Instead of the folder, plan, certificate and manifest of the run of this number."))
  var run: Int?

  @OptionGroup var pseudonyms: PseudonymOption

  @OptionGroup var overwriting: OverwriteOption

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func validate() throws {
    guard run == nil || !pseudonyms.pseudonymise else {
      throw ValidationError(
        Text(
          ru:
            "Прежний подбор выгружается как был; с псевдонимами — match --registry --pseudonymise.",
          en:
            "A run is written as it was; with pseudonyms, match --registry --pseudonymise does it."
        ).help)
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "export", in: session)
    let export =
      try run.map { run throws(RunFailure) in try RegistryExport(ofRun: run, in: registry) }
      ?? RegistryExport(
        of: registry, tables: tables == .csv ? .csv : .xlsx,
        pseudonymised: pseudonyms.pseudonymise)
    try overwriting.write(export.files, into: folder)
    try registry.noteExport(export.counts)
    session.tellWritten(export.files.map(\.name), into: folder, json: json)
    return .done
  }
}

/// `nastavnik registry backup`.
struct RegistryBackupCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: Text(
        ru: "Сделать проверенную копию реестра.", en: "Make a checked copy of the registry."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Новый файл.", en: "The new file."))
  var target: String

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    try file.open(for: "backup", in: session).backup(to: target)
    if json {
      session.print(JSONValue.object([.init("written", .array([.string(target)]))]).document)
    } else {
      session.print("\(target)\n")
    }
    return .done
  }
}

extension Text {
  fileprivate static func purged(_ report: PurgeReport) -> Text {
    let left = ([report.pseudonym] + report.otherPseudonyms).joined(separator: ", ")
    return report.otherPseudonyms.isEmpty
      ? Text(ru: "Стёрто. В истории остаётся \(left).", en: "Erased. \(left) stays in the history.")
      : Text(
        ru: "Стёрто под всеми кодами человека. В истории остаются \(left).",
        en: "Erased under every id of the person. \(left) stay in the history.")
  }

  fileprivate static func admitted(_ people: [String]) -> Text {
    let ids = people.joined(separator: ", ")
    return Text(
      ru: "Допущены: \(ids). Следующий import внесёт их заново; стёртое не вернётся.",
      en: "Admitted: \(ids). The next import takes them anew; what was erased stays so.")
  }

  fileprivate static let elsewhere = Text(
    ru: "Уберите человека и из таблиц и прежних выгрузок: их программа не трогает.",
    en: "Remove the person from tables and earlier exports, too: they are not touched.")

  fileprivate static func copies(_ paths: [String]) -> Text {
    let list = paths.joined(separator: ", ")
    return Text(
      ru: "Стёрто и в резервных копиях: \(list).", en: "Erased from the backups, too: \(list).")
  }

  fileprivate static func copiesLeft(_ paths: [String], pseudonym: String) -> Text {
    let list = paths.joined(separator: ", ")
    return Text(
      ru: "Этих резервных копий нет на месте или в них нельзя писать, человек там мог остаться: "
        + "\(list). Верните их на место и выполните registry purge \(pseudonym) или удалите их.",
      en: "These backups are not where they were made or may not be written, and the person may be "
        + "in them: \(list). Put them back and run registry purge \(pseudonym), or delete them.")
  }

  fileprivate static let namesake = Text(
    ru: "Это имя в файле ещё есть: так зовут кого-то ещё, или оно стоит в названии.",
    en: "The name is still in the file: somebody else bears it, or it is part of a title.")
}
