import MentoringModel

extension Criterion {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    places.map { place in
      let encounter = Encounter(
        mentor: table.mentors[Int(place)], mentee: mentee, profile: profile,
        setting: table.setting)
      return Int32(value(encounter))
    }
  }
}

extension RequestCoverage {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    var asked = 0
    var answered = [Int](repeating: 0, count: table.count)
    for request in profile.requests {
      let share = max(1, 4 - request.request.priority)
      asked += share
      guard let holders = table.skills[request.competency] else { continue }
      for (place, level) in zip(holders.places, holders.levels) {
        answered[Int(place)] += share * Int(level) * 200
      }
    }
    guard asked > 0 else { return Array(repeating: Int32(unknown), count: places.count) }
    return places.map { Int32(answered[Int($0)] / asked) }
  }
}

extension SubjectMatch {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    table.subjects.values(
      for: mentee.common.subjects, beside: places, unknown: Int32(unknown), shared: 1000)
  }
}

extension ExperienceFit {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    let months = mentee.common.experienceMonths
    return places.map { Int32(value(mentor: table.experience[Int($0)], mentee: months)) }
  }
}

extension SharedInterests {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    let tags = mentee.common.interests
    guard !tags.isEmpty else { return Array(repeating: Int32(unknown), count: places.count) }
    let wished = Int32(min(3, tags.count))
    let worth = (0...wished).map { $0 * 1000 / wished }
    var values = table.interests.sharedCounts(with: tags, of: places)
    for (index, place) in places.enumerated() {
      values[index] =
        table.interests.isEmpty[Int(place)]
        ? Int32(unknown) : worth[Int(min(wished, values[index]))]
    }
    return values
  }
}

extension MutualPreference {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    let half = Int32(unknown / 2)
    let own: Int32 = mentee.common.preferred.isEmpty ? half : 0
    var values = places.map { (table.wishes.isEmpty[Int($0)] ? half : 0) + own }
    for place in table.wishes.mentors(naming: mentee.common.number) {
      if let index = places.place(of: place) { values[index] += 500 }
    }
    for number in mentee.common.preferred {
      for place in table.persons.members(of: number) {
        if let index = places.place(of: place) { values[index] += 500 }
      }
    }
    return values
  }
}

extension ScheduleOverlap {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    let half = Int32(unknown / 2)
    var values = table.formats.values(
      for: mentee.common.formats, beside: places, unknown: half, shared: 500)
    let times = table.schedule.values(
      for: mentee.common.schedule, beside: places, unknown: half, shared: 500)
    for index in values.indices { values[index] += times[index] }
    return values
  }
}

extension Proximity {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    var values = table.languages.values(
      for: mentee.common.languages, beside: places, unknown: Int32(unknown / 2), shared: 500)
    for (index, place) in places.enumerated() {
      values[index] += Int32(
        placeValue(
          building: table.building[Int(place)], organization: table.organization[Int(place)],
          mentee.common))
    }
    return values
  }
}

extension PreferredAge {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    places.map { Int32(value(age: mentee.common.age, among: table.ages[Int($0)])) }
  }
}

extension Recognition {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    places.map { table.recognition[Int($0)] }
  }
}

extension Continuity {
  func values(
    for mentee: PreparedMentee, of profile: PreparedProfile, beside places: [Int32],
    in table: MentorTable
  ) -> [Int32] {
    var values = [Int32](repeating: 0, count: places.count)
    for place in table.lastYear.mentors(naming: mentee.common.number) {
      if let index = places.place(of: place) { values[index] = 1000 }
    }
    for number in mentee.common.lastYear {
      for place in table.persons.members(of: number) {
        if let index = places.place(of: place) { values[index] = 1000 }
      }
    }
    return values
  }
}

extension TagTable {
  /// `shared` where mentor and mentee have a tag in common, `unknown` where one of them has none.
  fileprivate func values(
    for tags: TagSet, beside places: [Int32], unknown: Int32, shared: Int32
  ) -> [Int32] {
    guard !tags.isEmpty else { return Array(repeating: unknown, count: places.count) }
    var values = sharedCounts(with: tags, of: places)
    for (index, place) in places.enumerated() {
      values[index] = isEmpty[Int(place)] ? unknown : values[index] > 0 ? shared : 0
    }
    return values
  }
}

extension [Int32] {
  /// Where a number stands in an ascending list, or nil.
  fileprivate func place(of number: Int32) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == number ? low : nil
  }
}
