import ArgumentParser
import MentoringModel
import NastavnikKit
import Registry
import Reports
import Wording

/// `nastavnik registry status`.
struct RegistryStatusCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "status",
      abstract: Text(
        ru: "Что в реестре и цел ли он.", en: "What the registry holds, and whether it is sound."
      ).help)
  }

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let status = try file.open(for: "status", in: session).status()
    session.print(
      json
        ? RegistryDocuments.value(of: status).document
        : RegistryTables.text(of: status, in: session))
    return status.isSound && status.brokenSeal == nil ? .done : .unusableData
  }
}

/// `nastavnik registry history`.
struct RegistryHistoryCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: Text(
        ru: "Кто, что и когда сделал; с --person — что известно о человеке.",
        en: "Who did what and when; with --person, what is kept of a person."
      ).help)
  }

  @Option(help: ArgumentHelp(ru: "Код человека.", en: "The id of a person."))
  var person: String?

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "history", in: session)
    var entries = try registry.history()
    var versions: [PersonVersion] = []
    if let person = person.map(PersonID.init(rawValue:)) {
      versions = try registry.versions(of: person)
      entries.removeAll { !$0.people.contains(person) }
    }
    if json {
      session.print(
        RegistryDocuments.history(entries, versions: person == nil ? nil : versions).document)
    } else {
      if person != nil { session.print(RegistryTables.rendered(versions, in: session) + "\n") }
      session.print(RegistryTables.rendered(entries, in: session))
    }
    return .done
  }
}

/// `nastavnik registry people`.
struct RegistryPeopleCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "people",
      abstract: Text(
        ru: "Кого знает реестр: в базе, выбывших, отозвавших согласие, стёртых.",
        en: "Whom the registry knows: in the bank, gone, withdrawn, erased."
      ).help)
  }

  @OptionGroup var pseudonyms: PseudonymOption

  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    var people = try file.open(for: "people", in: session).people()
    if pseudonyms.pseudonymise {
      for place in people.indices {
        people[place].id = PersonID(rawValue: people[place].pseudonym)
        people[place].name = ""
      }
      people.sort { $0.id < $1.id }
    }
    session.print(
      json
        ? RegistryDocuments.value(of: people).document
        : RegistryTables.rendered(people, in: session))
    return .done
  }
}

/// `nastavnik registry pairs`.
struct RegistryPairsCommand: NastavnikCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "pairs",
      abstract: Text(
        ru: "Пары и группы последнего подбора: предложены, утверждены, отклонены.",
        en: "The pairs and groups of the latest run: proposed, approved, rejected."
      ).help)
  }

  @OptionGroup var pairs: PairOptions
  @OptionGroup var file: RegistryOptions
  @OptionGroup var common: CommonOptions
  var json: Bool { common.json }

  func run(in session: Session) throws -> ExitStatus {
    let registry = try file.open(for: "pairs", in: session)
    let selection = try pairs.selection(in: registry)
    let found = try registry.pairs().filter(selection.admits)
    session.print(
      json
        ? RegistryDocuments.value(of: found).document
        : RegistryTables.rendered(found, in: session))
    return .done
  }
}
