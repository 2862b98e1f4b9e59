#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searchd/api/error.h"

namespace vankien::api {

/// How the value of a field is read.
enum class FieldKind { kString, kCount, kBoolean, kList, kFilter, kStrategy, kObject, kAny };

/// Whether a field has an effect here. Fields of abilities this server has not are an error, not silence,
/// unless their value asks for nothing (false, null).
enum class Support { kYes, kAccepted, kNo };

/// One field of a search request: its name in JSON and in a query string, and the code of an error in it.
struct SearchField {
  std::string_view name;
  FieldKind kind;
  Code code;
  Support support = Support::kYes;
};

std::span<const SearchField> search_fields();        ///< POST …/search
std::span<const SearchField> search_parameters();    ///< GET …/search
std::span<const SearchField> multi_search_fields();  ///< an object of "queries"

const SearchField* find_field(std::span<const SearchField> fields, std::string_view name);

/// "`q`, `offset`, …", for messages.
std::string list_names(std::span<const SearchField> fields);

}  // namespace vankien::api
