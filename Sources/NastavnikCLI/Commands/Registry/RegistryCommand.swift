import ArgumentParser
import Wording

/// `nastavnik registry`: looks into a registry and decides in it.
struct RegistryCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "registry",
      abstract: Text(
        ru: "Реестр: базы с историей, подборы и решения куратора.",
        en: "The registry: banks with their history, runs and the curator's decisions."
      ).help,
      subcommands: [
        RegistryStatusCommand.self, RegistryHistoryCommand.self, RegistryPeopleCommand.self,
        RegistryPairsCommand.self, RegistryApproveCommand.self, RegistryRejectCommand.self,
        RegistryPinCommand.self, RegistryBanCommand.self, RegistryUndoCommand.self,
        RegistryWithdrawCommand.self, RegistryPurgeCommand.self,
        RegistryAdmitCommand.self, RegistryExportCommand.self,
        RegistryBackupCommand.self,
      ])
  }
}
