import Hummingbird
import MentoringModel
import NastavnikKit
import Orders
import Reports
import Wording

/// What an order may name today and what waits, with the files to take away.
struct OrdersPage {
  let page: Page
  let batch: OrderBatch
  let query: PageQuery

  private var words: Words { page.words }

  func response() -> Response {
    let ready = batch.forms.reduce(0) { $0 + $1.ready.count }
    let pending = batch.forms.reduce(0) { $0 + $1.pending.count }
    let unmatched = batch.forms.reduce(0) { $0 + $1.unmatched.count }
    return page.response(
      "orders",
      [
        "title": words("Приказы", "Orders"),
        "tiles": [
          Piece.tile(words("Готово к приказу", "Ready for an order"), "\(ready)", "good"),
          Piece.tile(words("Ждут", "Waiting"), "\(pending)", pending > 0 ? "warn" : ""),
          Piece.tile(words("Без наставника", "Without a mentor"), "\(unmatched)"),
        ],
        "next": next, "downloadsTitle": words("Скачать", "Download"),
        "downloadsLead": words(
          "Черновики приказов, приложения и листы согласий открываются в Word. Дату, номер и "
            + "подписи вписывают после.",
          "Draft orders, annexes and consent sheets open in Word. Date, number and signatures are "
            + "written in later."),
        "downloads": downloads(hasReady: ready > 0), "warning": warning(ready),
        "forms": batch.forms.enumerated().filter { !$1.ready.isEmpty || !$1.pending.isEmpty }
          .map(form),
      ])
  }

  private func downloads(hasReady: Bool) -> [Fields] {
    [
      [
        "href": "/orders/drafts.zip", "isMain": true,
        "title": words("Черновики документов (ZIP)", "Draft documents (ZIP)"),
        "text": hasReady
          ? words("приказы, списки, листы согласий", "orders, lists, consent sheets")
          : words("пока только листы согласий", "consent sheets only, so far"),
      ],
      [
        "href": "/orders/batch.json", "isMain": false,
        "title": words("Пакет для системы приказов (JSON)", "Batch for an order system (JSON)"),
        "text": "nastavnik.order-batch/1",
      ],
      [
        "href": "/orders/plan.zip", "isMain": false,
        "title": words("План с доказательством (ZIP)", "Plan with its proof (ZIP)"),
        "text": "plan.json, certificate.json, manifest.json",
      ],
    ]
  }

  /// That pairs wait for the curator alone, and where that is done.
  private var next: Any {
    let waiting = batch.forms.flatMap(\.pending).count { item in
      item.missing.contains { $0.code == OrderRemark.approvalCode }
    }
    guard waiting > 0 else { return false }
    return [
      "text": words(
        Text(
          ru: "Приказ этой программы называет только утверждённое. Ждут утверждения: \(waiting).",
          en: "Orders of this programme name only what is approved. Waiting for approval: "
            + "\(waiting).")),
      "href": SitePath.matching, "title": words("Утвердить пары", "Approve pairs"),
    ] as Fields
  }

  private func warning(_ ready: Int) -> String {
    if ready == 0 {
      return words(
        "К приказу пока ничего не готово: ниже сказано, чего не хватает.",
        "Nothing is ready for an order yet: what is missing stands below.")
    }
    guard batch.settings.basis.isEmpty else { return "" }
    return words(
      "Основание приказа не указано: впишите его в документ или в order.basis файла "
        + "programme.yaml.",
      "The basis of the order is not stated: write it into the document, or into order.basis of "
        + "programme.yaml.")
  }

  private func form(_ place: Int, _ form: OrderForm) -> Fields {
    [
      "title": words(form.title),
      "counts": words(
        Text(
          ru: "готово \(form.ready.count), ждут \(form.pending.count), без наставника "
            + "\(form.unmatched.count)",
          en: "ready \(form.ready.count), waiting \(form.pending.count), without a mentor "
            + "\(form.unmatched.count)")),
      "lists": [
        list(form.ready, "ready\(place)", Text(ru: "Готово к приказу", en: "Ready for an order")),
        list(
          form.pending, "pending\(place)",
          Text(ru: "Ждут: чего не хватает", en: "Waiting: what is missing")),
      ].compactMap(\.self),
    ]
  }

  private func list(_ items: [OrderItem], _ name: String, _ title: Text) -> Fields? {
    guard !items.isEmpty else { return nil }
    let window = RowWindow(name, of: items.count, on: page, query: query)
    return window.fields.with(["heading": words(title), "rows": items[window.range].map(item)])
  }

  private func item(_ item: OrderItem) -> Fields {
    let mentees = item.mentees.map(\.name).joined(separator: ", ")
    return [
      "mentor": item.mentor.name,
      "mentees": item.group.map { "\($0): \(mentees)" } ?? mentees,
      "request": words(item.request), "remarks": item.remarks.map { words($0.text) },
      "missing": item.missing.map { words($0.text) },
    ]
  }
}
