#pragma once

#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "searchd/api/search_fields.h"

namespace vankien::api {

/// The fields of one JSON object, each of the type its table says. A field that is null counts as not given.
///   const ObjectReader reader(object, search_fields(), "");
///   reader.count("limit", 20)
class ObjectReader {
 public:
  /// Throws ApiError for a field the table has not, and for a value of the wrong type. `location` says where the object
  /// stands (".queries[3]"); both it and the table must outlive the reader.
  ObjectReader(const nlohmann::json& object, std::span<const SearchField> fields, std::string location);

  const nlohmann::json* find(const char* name) const;
  std::string text(const char* name, const std::string& otherwise) const;
  std::size_t count(const char* name, std::size_t otherwise) const;
  bool flag(const char* name) const;
  std::vector<std::string> list(const char* name, const std::vector<std::string>& otherwise) const;

  const std::string& location() const { return location_; }
  [[noreturn]] void fail(Code code, const std::string& message) const;

 private:
  void check(const SearchField& field, const nlohmann::json& value) const;

  const nlohmann::json& object_;
  std::string location_;
};

}  // namespace vankien::api
