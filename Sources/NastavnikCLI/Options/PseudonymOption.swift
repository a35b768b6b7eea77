import ArgumentParser
import Wording

/// Whether pseudonyms of a registry stand for people.
struct PseudonymOption: ParsableArguments {
  @Flag(
    name: [.customLong("pseudonymise"), .customLong("pseudonymised")],
    help: ArgumentHelp(
      ru: "Псевдонимы реестра вместо кодов и имён: чтобы передать другим.",
      en: "Pseudonyms of the registry instead of ids and names: to be handed on."))
  var pseudonymise = false
}
