import Hummingbird
import MentoringModel
import NastavnikKit
import Wording

/// The page where there is no plan: it is being made, or something stands in its way.
struct WaitingPage {
  let page: Page

  func response() -> Response {
    let (words, state) = (page.words, page.state)
    var fields: Fields = [
      "title": words(page.kind.title), "back": page.address, "canStart": false, "action": false,
    ]
    if let job = state.job {
      fields["message"] = words(job.text)
    } else if let failure = state.failure {
      fields["message"] = words(failure.pageText)
      if case .unusableData = failure {
        fields["action"] =
          [
            "href": SitePath.banks, "name": words("Посмотреть замечания", "See the remarks"),
          ] as Fields
      } else {
        fields["canStart"] = true
      }
    } else {
      fields["message"] = words("Плана ещё нет.", "There is no plan yet.")
      fields["canStart"] = true
    }
    fields["start"] = words("Подобрать заново", "Match again")
    return page.response("waiting", fields)
  }
}
