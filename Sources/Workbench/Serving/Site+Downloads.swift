import Archives
import BankIO
import Foundation
import HTTPTypes
import Hummingbird
import NastavnikKit
import Orders
import Reports

extension Site {
  func addDownloads(to router: Router<PageContext>) {
    router.get("/orders/batch.json") { _, _ -> Response in
      let plan = try await plan()
      return try await workspace.make {
        .file(
          "batch.json", "application/json",
          OrderBatchDocument.value(of: plan.result.orderBatch).bytes)
      }
    }
    router.get("/orders/drafts.zip") { _, _ -> Response in
      let plan = try await plan()
      return try await workspace.make {
        let documents = try OrderDrafts().documents(for: plan.result.orderBatch)
        return try Self.archive("drafts.zip", documents.map { .init($0.name, $0.bytes) })
      }
    }
    router.get("/orders/plan.zip") { _, _ -> Response in
      let plan = try await plan()
      return try await workspace.make {
        try Self.archive("plan.zip", plan.result.artefacts.map { .init($0.name, $0.bytes) })
      }
    }
    router.get("/banks/templates/:name") { _, context -> Response in
      guard let name = context.parameters.get("name"),
        let programme = await workspace.settled().folder?.folder.programme
      else { throw Refusal.noPage }
      return try await workspace.make {
        let workbooks = try BankTemplates.workbooks(for: programme)
        guard let workbook = workbooks.first(where: { $0.name == name }) else {
          throw Refusal.noPage
        }
        return .file(
          name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          workbook.bytes)
      }
    }
    router.get("/banks/files/:name") { _, context -> Response in
      // Only what was read is given out, so no name leads out of the folder.
      guard let name = context.parameters.get("name")?.removingPercentEncoding,
        let input = await workspace.settled().folder?.folder.inputs.first(where: { $0.name == name }
        ), let contents = input.contents()
      else { throw Refusal.noPage }
      let ending = (name as NSString).pathExtension
      let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
      return .file(
        isPlain ? name : "table.\(ending)", "application/octet-stream", Array(contents))
    }
  }

  private func plan() async throws -> StandingPlan {
    let state = await workspace.settled()
    if let plan = state.plan { return plan }
    throw state.failure.map { Refusal($0) } ?? Refusal.noPage
  }

  private static func archive(
    _ name: String, _ members: [ArchiveWriter.Member]
  ) throws -> Response {
    guard let bytes = ArchiveWriter.bytes(of: members) else { throw Refusal.fault }
    return .file(name, "application/zip", bytes)
  }
}
