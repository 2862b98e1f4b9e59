#include "indexer/extract/child_answer.h"

#include <nlohmann/json.hpp>

namespace vankien {
namespace {

// What a damaged file calls its author may be no UTF-8; a bad byte there must not cost the text.
std::string dump(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string to_answer(const ExtractedText& text) {
  auto warnings = nlohmann::json::array();
  for (const Warning& warning : text.warnings)
    warnings.push_back({warning.code, warning.place, warning.text});
  return dump({{"pages", text.pages},
               {"properties", text.properties},
               {"warnings", warnings},
               {"format", text.format},
               {"thin_pages", text.thin_pages},
               {"wordless_pages", text.wordless_pages}});
}

std::string to_answer(const ExtractError& error) {
  return dump({{"error", {{"code", error.code()}, {"message", error.what()}}}});
}

ExtractedText from_answer(std::string_view json) {
  std::string code;
  std::string message;
  try {
    const auto answer = nlohmann::json::parse(json);
    if (!answer.contains("error")) {
      std::vector<Warning> warnings;
      for (const auto& row : answer.at("warnings"))
        warnings.push_back(
            {row.at(0).get<std::string>(), row.at(1).get<std::string>(), row.at(2).get<std::string>()});
      return {.pages = answer.at("pages").get<std::vector<std::string>>(),
              .properties = answer.at("properties").get<std::map<std::string, std::string>>(),
              .warnings = std::move(warnings),
              .thin_pages = answer.at("thin_pages").get<std::vector<std::size_t>>(),
              .wordless_pages = answer.at("wordless_pages").get<std::vector<std::size_t>>(),
              .format = answer.at("format").get<std::string>()};
    }
    code = answer.at("error").at("code").get<std::string>();
    message = answer.at("error").at("message").get<std::string>();
  } catch (const nlohmann::json::exception&) {
    throw ExtractError("crashed", "the extracting process gave no sensible answer");
  }
  throw ExtractError(code, message);
}

}  // namespace vankien
