#include "searchd/http/keys.h"

#include <sodium.h>

#include <stdexcept>

#include "searchd/api/error.h"

namespace vankien::http {
namespace {

void start_sodium() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be started");
}

bool same_letters(std::string_view text, std::string_view lower_case) {
  if (text.size() != lower_case.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] | 0x20) != lower_case[i]) return false;
  return true;
}

}  // namespace

KeyHash hash_key(std::string_view key) {
  start_sodium();
  KeyHash hash;
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(key.data()), key.size(),
                     nullptr, 0);
  return hash;
}

std::string to_hex(const KeyHash& hash) {
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

KeyHash read_hash(std::string_view hex) {
  KeyHash hash;
  std::size_t length = 0;
  if (hex.size() != 2 * hash.size() ||
      sodium_hex2bin(hash.data(), hash.size(), hex.data(), hex.size(), nullptr, &length, nullptr) != 0 ||
      length != hash.size())
    throw std::runtime_error("a key's hash is 64 hex digits");
  return hash;
}

std::string make_key() {
  start_sodium();
  std::array<unsigned char, 32> bits;
  randombytes_buf(bits.data(), bits.size());
  constexpr auto kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string key(sodium_base64_ENCODED_LEN(bits.size(), kVariant), '\0');
  sodium_bin2base64(key.data(), key.size(), bits.data(), bits.size(), kVariant);
  key.pop_back();
  sodium_memzero(bits.data(), bits.size());
  return key;
}

api::Caller Keys::identify(std::string_view authorization) const {
  if (authorization.empty()) return {};
  const std::size_t space = authorization.find(' ');
  if (!same_letters(authorization.substr(0, space), "bearer"))
    throw api::ApiError(api::Code::kMissingAuthorizationHeader,
                        "The Authorization header is missing. It must use the bearer authorization method.");
  const KeyHash hash = hash_key(space == std::string_view::npos ? "" : authorization.substr(space + 1));
  const Key* found = nullptr;
  for (const Key& key : keys_)  // all of them, whatever was found
    if (sodium_memcmp(key.hash.data(), hash.data(), hash.size()) == 0) found = &key;
  if (found == nullptr) throw api::ApiError(api::Code::kInvalidApiKey, "The provided API key is invalid.");
  return {found->name, found->clearance, found->may_write};
}

}  // namespace vankien::http
