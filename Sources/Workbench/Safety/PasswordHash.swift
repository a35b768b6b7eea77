import Crypto
import CryptoExtras
import Foundation

/// A password as it is kept: salted and hashed by scrypt (RFC 7914), never the password itself.
///
/// ```swift
/// let hash = try PasswordHash(of: "длинный пароль")
/// try hash.line.write(toFile: "password", atomically: true, encoding: .utf8)
/// ```
public struct PasswordHash: Sendable, Hashable {
  /// The shortest password that is taken.
  public static let shortest = 8
  /// The cost of a hash: 2^15 rounds of blocks of 8, that is 32 MiB.
  private static let cost = Cost(rounds: 1 << 15, blockSize: 8, parallelism: 1)

  private struct Cost: Sendable, Hashable {
    var rounds: Int
    var blockSize: Int
    var parallelism: Int

    /// What a line of a file may ask for, so that none takes all memory.
    var isSound: Bool {
      (1 << 14...1 << 20).contains(rounds) && rounds & (rounds - 1) == 0
        && (8...32).contains(blockSize) && (1...4).contains(parallelism)
    }
  }

  private let cost: Cost
  private let salt: Data
  private let key: Data

  /// Hashes a password with a new salt.
  ///
  /// - Throws: what the library throws where memory does not suffice.
  public init(of password: String) throws {
    var generator = SystemRandomNumberGenerator()
    cost = Self.cost
    salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    key = try Self.key(password, cost, salt)
  }

  /// Reads the line of a file, as ``line`` writes it; nil where it is none.
  public init?(line: String) {
    let parts = line.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: "$")
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
      let salt = Data(base64Encoded: String(parts[4])), salt.count >= 16,
      let key = Data(base64Encoded: String(parts[5])), key.count == 32
    else { return nil }
    cost = Cost(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    guard cost.isSound else { return nil }
    self.salt = salt
    self.key = key
  }

  /// The hash on one line: the method, its cost, the salt and the key.
  public var line: String {
    [
      "scrypt", "\(cost.rounds)", "\(cost.blockSize)", "\(cost.parallelism)",
      salt.base64EncodedString(), key.base64EncodedString(),
    ].joined(separator: "$")
  }

  /// Whether a password is the one that was hashed.
  ///
  /// - Complexity: tens of milliseconds and 32 MiB, on purpose.
  public func admits(_ password: String) -> Bool {
    guard let other = try? Self.key(password, cost, salt) else { return false }
    return SecretWords.areEqual(other.base64EncodedString(), key.base64EncodedString())
  }

  private static func key(_ password: String, _ cost: Cost, _ salt: Data) throws -> Data {
    let needed = 128 * cost.rounds * cost.blockSize + (1 << 20)
    return try KDF.Scrypt.deriveKey(
      from: Data(password.precomposedStringWithCompatibilityMapping.utf8), salt: salt,
      outputByteCount: 32, rounds: cost.rounds, blockSize: cost.blockSize,
      parallelism: cost.parallelism, maxMemory: needed
    ).withUnsafeBytes { Data($0) }
  }
}
