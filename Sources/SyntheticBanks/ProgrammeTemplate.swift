import BankIO
import Foundation
public import MentoringModel
public import Wording

/// A programme file that a new folder starts from, with the recipe for its synthetic banks.
public enum ProgrammeTemplate: String, Sendable, CaseIterable {
  /// A school with the forms of the federal model.
  case school
  /// The same school, with groups in place of pairs with employers.
  case schoolGroups = "school-groups"
  /// Six forms, with pupils and employers of other organizations.
  case blagoveshchenskLyceum = "blagoveshchensk-lyceum"
  /// A mentor for an educator or for a group of educators.
  case vologdaMedicalCollege = "vologda-medical-college"
  /// Sixty organizations, one municipal bank, a coverage target.
  case bogorodskDistrict = "bogorodsk-district"
  /// Project teams and contests.
  case tsoipoCentre = "tsoipo-centre"
  /// Early-career educators, research, peers, parents.
  case tpuLyceum = "tpu-lyceum"

  /// The name by which the command line knows it; also the `id` in the programme file.
  public var name: String { rawValue }

  /// What the template is for, in one line.
  public var title: Text {
    switch self {
    case .school: Text(ru: "Школа: четыре формы федеральной модели", en: "School: four forms")
    case .schoolGroups:
      Text(
        ru: "Школа: четыре формы, с работодателями — группы",
        en: "School: four forms, groups with employers")
    case .blagoveshchenskLyceum:
      Text(
        ru: "Профессиональный лицей: шесть форм, школьники и работодатели",
        en: "Vocational lyceum: six forms, pupils and employers")
    case .vologdaMedicalCollege:
      Text(
        ru: "Медицинский колледж: педагоги и группы педагогов",
        en: "Medical college: educators and groups of educators")
    case .bogorodskDistrict:
      Text(
        ru: "Муниципальный округ: единая база наставников, охват педагогов до 35 лет",
        en: "Municipal district: one bank of mentors, coverage of educators up to 35")
    case .tsoipoCentre:
      Text(
        ru: "Центр дополнительного образования: проекты и соревнования",
        en: "Centre of additional education: projects and contests")
    case .tpuLyceum:
      Text(
        ru: "Лицей при университете: педагоги, исследователи, сверстники, родители",
        en: "Lyceum at a university: educators, research, peers, parents")
    }
  }

  /// The bytes of `programme.yaml`.
  public var programmeFile: [UInt8] {
    switch self {
    case .school: PackageResources.school_yaml
    case .schoolGroups: PackageResources.school_groups_yaml
    case .blagoveshchenskLyceum: PackageResources.blagoveshchensk_lyceum_yaml
    case .vologdaMedicalCollege: PackageResources.vologda_medical_college_yaml
    case .bogorodskDistrict: PackageResources.bogorodsk_district_yaml
    case .tsoipoCentre: PackageResources.tsoipo_centre_yaml
    case .tpuLyceum: PackageResources.tpu_lyceum_yaml
    }
  }

  /// The programme that the file states.
  ///
  /// - Throws: the gravest `Finding` where the embedded file is broken.
  public func programme() throws -> Programme {
    let (programme, findings) = ProgrammeFile.read(Data(programmeFile))
    if let fault = findings.max(by: { $0.severity < $1.severity }), fault.severity >= .error {
      throw fault
    }
    guard let programme else {
      preconditionFailure("A programme file that cannot be used has a fatal finding.")
    }
    return programme
  }

  /// What the institution's synthetic bank is like.
  ///
  /// - Throws: a decoding error where the embedded recipe is broken.
  public func recipe() throws -> Recipe {
    try Recipe(yaml: recipeFile, common: PackageResources.common_yaml)
  }

  private var recipeFile: [UInt8] {
    switch self {
    case .school, .schoolGroups: PackageResources.recipe_school_yaml
    case .blagoveshchenskLyceum: PackageResources.recipe_blagoveshchensk_lyceum_yaml
    case .vologdaMedicalCollege: PackageResources.recipe_vologda_medical_college_yaml
    case .bogorodskDistrict: PackageResources.recipe_bogorodsk_district_yaml
    case .tsoipoCentre: PackageResources.recipe_tsoipo_centre_yaml
    case .tpuLyceum: PackageResources.recipe_tpu_lyceum_yaml
    }
  }
}
