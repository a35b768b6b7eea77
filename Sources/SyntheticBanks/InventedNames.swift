/// Names that nobody takes for a real person's: the surname says that it is invented.
enum InventedNames {
  /// A word in its masculine and feminine form.
  typealias Forms = (male: String, female: String)

  /// Surnames.
  static let surnames: [Forms] = regularSurnames.map { ($0, $0 + "а") } + adjectiveSurnames

  /// Given names of men.
  static let maleNames = words(
    """
    Александр Алексей Анатолий Андрей Антон Арсений Артём Борис Вадим Валерий Василий Виктор
    Виталий Владимир Вячеслав Геннадий Георгий Глеб Григорий Даниил Денис Дмитрий Евгений Егор
    Иван Игорь Илья Кирилл Константин Лев Максим Матвей Михаил Никита Николай Олег Павел Пётр
    Роман Семён Сергей Степан Тимофей Фёдор Юрий Ярослав
    """)

  /// Given names of women.
  static let femaleNames = words(
    """
    Алевтина Александра Алёна Алина Алла Анастасия Анна Антонина Валентина Валерия Варвара Вера
    Вероника Виктория Галина Дарья Диана Ева Евгения Екатерина Елена Елизавета Жанна Зинаида Зоя
    Инна Ирина Кира Ксения Лариса Лидия Любовь Людмила Маргарита Марина Мария Надежда Наталья
    Нина Оксана Ольга Полина Раиса Светлана София Таисия Тамара Татьяна Ульяна Юлия Яна
    """)

  /// Patronymics.
  static let patronymics: [Forms] =
    words(
      """
      Александров Алексеев Анатольев Андреев Антонов Артёмов Борисов Вадимов Валерьев Васильев
      Викторов Владимиров Геннадьев Георгиев Григорьев Денисов Дмитриев Евгеньев Иванов Игорев
      Кириллов Константинов Максимов Михайлов Николаев Олегов Павлов Петров Романов Семёнов
      Сергеев Степанов Фёдоров Юрьев
      """
    ).map { ($0 + "ич", $0 + "на") }

  private static let regularSurnames = words(
    """
    Выдумкин Небылицын Сказочников Примеров Придумкин Фантазёров Макетов Черновиков Шаблонов
    Тестов Заглушкин Понарошкин Баснописцев Небывалов Воображаев Аллегориев Гипотезин Абстракцев
    Метафорин Персонажев Сочинялкин Прототипов Побасенкин Присказкин Легендин Эскизов Набросков
    Муляжов Манекенов Образчиков Задачников Условностев Выдумщиков Миражов Чернильницын
    Абзацев Запятайкин Кляксин Многоточиев Скобочкин Вопросительнов Иллюстрациев Сюжетов
    """)

  private static let adjectiveSurnames: [Forms] = [
    ("Вымышленский", "Вымышленская"), ("Мнимский", "Мнимская"),
    ("Демонстрацкий", "Демонстрацкая"), ("Иллюзорский", "Иллюзорская"),
    ("Предположенский", "Предположенская"), ("Учебно-Примерский", "Учебно-Примерская"),
    ("Невзаправдашний", "Невзаправдашняя"),
  ]

  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace }.map(String.init)
  }
}

extension SplitMix64 {
  /// Surname, name and patronymic that agree in gender.
  mutating func name(femalePercent: Int) -> String {
    let female = chance(femalePercent)
    let surname = InventedNames.surnames[below(InventedNames.surnames.count)]
    let names = female ? InventedNames.femaleNames : InventedNames.maleNames
    let name = names[below(names.count)]
    let patronymic = InventedNames.patronymics[below(InventedNames.patronymics.count)]
    return female
      ? "\(surname.female) \(name) \(patronymic.female)"
      : "\(surname.male) \(name) \(patronymic.male)"
  }
}
