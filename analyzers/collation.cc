#include "analyzers/collation.h"

#include <unicode/coll.h>
#include <unicode/sortkey.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace vankien {

std::string collation_key(std::string_view text) {
  thread_local const std::unique_ptr<icu::Collator> collator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale("vi"), status));
    if (U_SUCCESS(status)) made->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU has no collation for vi");
    return made;
  }();
  UErrorCode status = U_ZERO_ERROR;
  icu::CollationKey key;
  collator->getCollationKey(
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), key, status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU cannot collate");
  std::int32_t size = 0;
  const auto* bytes = key.getByteArray(size);
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

}  // namespace vankien
