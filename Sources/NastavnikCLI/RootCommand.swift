import ArgumentParser
import NastavnikKit
import Wording

/// `nastavnik`.
struct RootCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "nastavnik",
      abstract: Text(
        ru: "Подбирает наставников наставляемым: точно, с причинами и доказательством.",
        en: "Matches mentors with mentees: exactly, with reasons and a proof."
      ).help,
      version: NastavnikVersion.current,
      subcommands: [
        InitCommand.self, CheckCommand.self, MergeCommand.self, MatchCommand.self,
        ExplainCommand.self,
        WhatIfCommand.self, RematchCommand.self, BatchCommand.self, OrderCommand.self,
        ImportCommand.self, RegistryCommand.self, SolveCommand.self, VerifyCommand.self,
        GenerateCommand.self, SchemaCommand.self, ServeCommand.self,
      ])
  }
}
