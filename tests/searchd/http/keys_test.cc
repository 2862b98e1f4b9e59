// 1. No key: the lowest clearance and no name. A known key: its name and clearance.
// 2. An unknown key, however alike, and another scheme are refused.
// 3. Fresh keys differ, and only their hash is needed to know them.

#include "searchd/http/keys.h"

#include <gtest/gtest.h>

#include <string>

#include "searchd/api/error.h"

namespace vankien::http {
namespace {

std::string identify(const Keys& keys, const std::string& authorization) {
  try {
    const api::Caller caller = keys.identify(authorization);
    return caller.name + "/" + std::string(grade_name(caller.clearance));
  } catch (const api::ApiError& error) {
    return std::string(api::info(error.code()).name);
  }
}

TEST(Keys, KnowsItsCallers) {
  const std::string first = make_key(), second = make_key();
  EXPECT_NE(first, second);
  EXPECT_EQ(first.size(), 43u);
  const Keys keys({{hash_key(first), "một", Grade::kMat},
                   {read_hash(to_hex(hash_key(second))), "hai", Grade::kInternal}});
  const struct {
    std::string authorization, outcome;
  } cases[] = {
      {"", "/open"},
      {"Bearer " + first, "một/mat"},
      {"bearer " + second, "hai/internal"},
      {"Bearer " + first.substr(1), "invalid_api_key"},
      {"Bearer " + first + " ", "invalid_api_key"},
      {"Bearer", "invalid_api_key"},
      {"Bearer ", "invalid_api_key"},
      {"Bearer " + std::string(1 << 20, 'a'), "invalid_api_key"},
      {"Basic " + first, "missing_authorization_header"},
      {first, "missing_authorization_header"},
  };
  for (const auto& one : cases) EXPECT_EQ(identify(keys, one.authorization), one.outcome);
}

TEST(Keys, HashesAreHex) {
  // BLAKE2b-256 of "abc".
  EXPECT_EQ(to_hex(hash_key("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  for (const char* hex : {"", "ab", "zddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"})
    EXPECT_THROW(read_hash(hex), std::runtime_error) << hex;
}

}  // namespace
}  // namespace vankien::http
