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
    return .done
  }
}

/// `nastavnik registry export`.
struct RegistryExportCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Text(
        ru: "Выгрузить папку программы: базы и действующие решения.",
        en: "Write the programme folder: the banks and the decisions that stand."
      ).help)
  }

  @Argument(help: ArgumentHelp(ru: "Куда.", en: "Where to."))
  var folder: String

  @Option(help: ArgumentHelp(ru: "Таблицы: xlsx или csv.", en: "The tables: xlsx or csv."))
  var tables = TableFiles.xlsx

  @Flag(
    name: [.customLong("pseudonymised"), .customLong("pseudonymise")],
    help: ArgumentHelp(
      ru: "Псевдонимы вместо кодов и имён: чтобы передать другим.",
      en: "Pseudonyms instead of ids and names: to be handed on."))
  var pseudonymised = false

  @Flag(help: ArgumentHelp(ru: "Писать поверх файлов.", en: "Write over files."))
  var force = false

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "export", in: session)
    let export = try RegistryExport(
      of: registry, tables: tables == .csv ? .csv : .xlsx, pseudonymised: pseudonymised)
    try OutputFolder.checkTwins(of: export.files, in: folder, overwrites: force)
    try OutputFolder(path: folder, overwrites: force, isPrivate: true).write(export.files)
    try registry.noteExport(people: export.people)
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
    Text(
      ru: "Стёрто. В истории остаётся \(report.pseudonym).",
      en: "Erased. \(report.pseudonym) stays in the history.")
  }

  fileprivate static let elsewhere = Text(
    ru:
      "Уберите человека и из таблиц, прежних выгрузок и резервных копий: их программа не трогает.",
    en: "Remove the person from tables, earlier exports and backups, too: they are not touched.")

  fileprivate static let namesake = Text(
    ru: "Это имя в файле ещё есть: так зовут кого-то ещё, или оно стоит в названии.",
    en: "The name is still in the file: somebody else bears it, or it is part of a title.")
}
