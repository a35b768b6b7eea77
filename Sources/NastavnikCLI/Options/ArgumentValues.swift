public import ArgumentParser
public import InstanceIO
public import NastavnikKit
public import SyntheticBanks
public import Wording

extension Language: ExpressibleByArgument {}
extension SolverChoice: ExpressibleByArgument {}
extension InstanceFormat: ExpressibleByArgument {}
extension ProgrammeTemplate: ExpressibleByArgument {}
