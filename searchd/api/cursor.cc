#include "searchd/api/cursor.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>
#include <bit>

#include "searchd/api/error.h"

namespace vankien::api {
namespace {

using nlohmann::json;

constexpr std::size_t kSumBytes = 16;  // the least BLAKE2b gives
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

const unsigned char* bytes_of(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string sum_of(const std::string& text) {
  std::string sum(kSumBytes, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(sum.data()), sum.size(), bytes_of(text), text.size(),
                     nullptr, 0);
  return sum;
}

[[noreturn]] void fail(std::string_view what) {
  throw ApiError(Code::kInvalidSearchCursor,
                 fmt::format("`cursor` is {}. Begin anew with an empty one.", what));
}

std::string decode(const std::string& cursor) {
  std::string bytes(cursor.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), cursor.data(),
                        cursor.size(), nullptr, &size, nullptr, kVariant) != 0 ||
      size <= kSumBytes)
    fail("damaged");
  bytes.resize(size);
  return bytes;
}

}  // namespace

std::string cursor_bond(const nlohmann::json& fields) { return sum_of(fields.dump()); }

std::string encode_cursor(const Position& position, const std::string& bond) {
  // The weight by its bits: it must come back as the very number.
  const json written = {position.values, position.id, position.shard, position.given,
                        std::bit_cast<std::uint64_t>(position.weight)};
  const std::string text = written.dump(-1, ' ', false, json::error_handler_t::replace);
  const std::string bytes = sum_of(bond + text) + text;
  std::string cursor(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(cursor.data(), cursor.size(), bytes_of(bytes), bytes.size(), kVariant);
  cursor.pop_back();  // the terminating zero
  return cursor;
}

Position decode_cursor(const std::string& cursor, const std::string& bond) {
  const std::string bytes = decode(cursor);
  const std::string text = bytes.substr(kSumBytes);
  if (sum_of(bond + text) != bytes.substr(0, kSumBytes))
    fail("damaged, or of another query, filter or order");
  try {
    const json written = json::parse(text);
    Position position;
    written.at(0).get_to(position.values);
    written.at(1).get_to(position.id);
    written.at(2).get_to(position.shard);
    written.at(3).get_to(position.given);
    position.weight = std::bit_cast<double>(written.at(4).get<std::uint64_t>());
    return position;
  } catch (const json::exception&) {
    fail("damaged");
  }
}

}  // namespace vankien::api
