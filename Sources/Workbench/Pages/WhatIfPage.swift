import BankIO
import Foundation
import Hummingbird
import Matching
import MentoringModel
import NastavnikKit
import Reports
import Wording

/// A variant of the plan that follows the settings, beside the scenarios that are kept by name.
struct WhatIfPage {
  let page: Page
  let form: WhatIfForm
  let query: PageQuery
  let variant: VariantFields
  /// The kept scenarios, each with what it comes to or what is the matter with it.
  let shelf: [(draft: ScenarioDraft, outcome: ScenarioOutcome?)]
  /// What can be had of several goals.
  let front: FrontPart

  private var words: Words { page.words }

  func response() -> Response {
    page.response(
      "what-if",
      [
        "title": words("Что если", "What if"), "back": page.address,
        "lead": words(
          "Подвигайте ползунки и правила: рядом видно, каким станет план и кто перейдёт. Файлы "
            + "программы при этом не меняются.",
          "Move the sliders and the rules: beside them stands what the plan would be and who would "
            + "move. No file of the programme is changed."),
        "count": words("Посчитать", "Compute"), "reset": words("Вернуть как было", "Start over"),
        "groups": form.groups.enumerated().map { place, group in fields(group, isFirst: place == 0)
        },
        "nameLabel": words("Название варианта", "Name of the variant"),
        "name": query["name"] ?? "", "keep": words("Сохранить вариант", "Keep the variant"),
        "hasShelf": !shelf.isEmpty, "shelfTitle": words("Варианты рядом", "Variants side by side"),
        "shelfName": words("Вариант", "Variant"), "shelfHeadings": variant.headings,
        "shelf": shelfRows, "remove": words("Удалить", "Remove"), "span": variant.headings.count,
      ].with(variant.fields).with(front.fields))
  }

  private func fields(_ group: WhatIfForm.Group, isFirst: Bool) -> Fields {
    var (sliders, others): ([Fields], [Fields]) = ([], [])
    var isChanged = false
    for field in group.fields {
      let value = query[field.path] ?? field.base
      isChanged = isChanged || value != field.base
      var one: Fields = [
        "title": words(field.title), "name": field.path, "value": value, "base": field.base,
        "number": false, "choice": false,
      ]
      switch field.control {
      case .slider: sliders.append(one)
      case .number(let range):
        one["number"] = ["least": range.lowerBound, "most": range.upperBound] as Fields
        others.append(one)
      case .rank(let count):
        one["choice"] =
          [
            "options": (0...count).map { place -> Fields in
              [
                "id": "\(place)", "isCurrent": "\(place)" == value,
                "title": place == 0 ? words("не учитывать", "leave out") : "\(place)",
              ]
            }
          ] as Fields
        others.append(one)
      case .choice(let options):
        one["choice"] =
          [
            "options": options.map { option -> Fields in
              ["id": option.id, "title": words(option.title), "isCurrent": option.id == value]
            }
          ] as Fields
        others.append(one)
      }
    }
    return [
      "title": words(group.title), "isOpen": isFirst || isChanged, "sliders": sliders,
      "fields": others,
    ]
  }

  private var shelfRows: [Fields] {
    let base: Fields = [
      "name": words("План как есть", "The plan as it is"), "settings": "", "href": "",
      "cells": variant.cells(of: variant.base), "problem": false, "waits": "", "isKept": false,
    ]
    return [base]
      + shelf.map { draft, outcome in
        var row: Fields = [
          "name": draft.name, "isKept": true, "key": page.visitor.formKey,
          "settings": words(form.told(draft)),
          "href": SitePath.address(
            SitePath.whatIf,
            draft.settings.flatMap { form.fields(of: $0) } + [("name", draft.name)]),
          "cells": [Fields](), "problem": false, "waits": "",
        ]
        switch outcome {
        case .success(let result): row["cells"] = variant.cells(of: result)
        case .failure(let refusal): row["problem"] = words(refusal.advice)
        case nil: row["waits"] = words(.studying)
        }
        return row
      }
  }
}
