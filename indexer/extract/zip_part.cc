#include "indexer/extract/zip_part.h"

#include <vector>

namespace vankien {
namespace {

/// Each property is an element holding its value as text. OpenDocument's dc:creator is who saved last; the
/// author is its initial-creator.
class Properties : public SaxHandler {
 public:
  explicit Properties(std::map<std::string, std::string>& properties) : properties_(properties) {}
  void start(std::string_view name, const Attributes&) override {
    key_ = name == "title"                                ? "title"
           : name == "creator"                            ? "author"
           : name == "initial-creator"                    ? "first author"
           : name == "created" || name == "creation-date" ? "created"
                                                          : "";
  }
  void end(std::string_view) override { key_.clear(); }
  void characters(std::string_view utf8) override {
    constexpr std::size_t kLongest = 4096;
    if (!key_.empty() && properties_[key_].size() + utf8.size() <= kLongest) properties_[key_] += utf8;
  }

 private:
  std::map<std::string, std::string>& properties_;
  std::string key_;
};

/// "ppt/slides/" + "../notesSlides/n.xml" → "ppt/notesSlides/n.xml"; what climbs out of the archive is "".
std::string resolve(std::string_view folder, std::string_view target) {
  std::vector<std::string_view> steps;
  const auto walk = [&](std::string_view path) {
    while (!path.empty()) {
      const auto slash = path.find('/');
      const std::string_view step = path.substr(0, slash);
      path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
      if (step.empty() || step == ".") continue;
      if (step != "..") {
        steps.push_back(step);
      } else if (steps.empty()) {
        return false;
      } else {
        steps.pop_back();
      }
    }
    return true;
  };
  if (!target.starts_with('/') && !walk(folder)) return {};
  if (!walk(target)) return {};
  std::string part;
  for (const std::string_view step : steps) (part += part.empty() ? "" : "/") += step;
  return part;
}

class RelationList : public SaxHandler {
 public:
  RelationList(std::string_view folder, Relations& relations) : folder_(folder), relations_(relations) {}
  void start(std::string_view name, const Attributes& attributes) override {
    if (name != "Relationship" || attributes["TargetMode"] == "External") return;
    std::string_view type = attributes["Type"];
    type.remove_prefix(type.rfind('/') + 1);
    relations_[std::string(attributes["Id"])] = {std::string(type), resolve(folder_, attributes["Target"])};
  }
  void end(std::string_view) override {}
  void characters(std::string_view) override {}

 private:
  std::string_view folder_;
  Relations& relations_;
};

}  // namespace

void parse_part(ZipReader& zip, const std::string& name, SaxHandler& handler) {
  SaxParser parser(name, handler);
  zip.read(name, [&](std::string_view block) {
    parser.feed(block);
    return true;
  });
  parser.finish();
}

void read_properties(ZipReader& zip, const std::string& part,
                     std::map<std::string, std::string>& properties) {
  if (!zip.has(part)) return;
  Properties handler(properties);
  parse_part(zip, part, handler);
  if (auto first = properties.extract("first author")) properties["author"] = std::move(first.mapped());
}

Relations relations_of(ZipReader& zip, const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;
  const std::string list = part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
  Relations relations;
  if (!zip.has(list)) return relations;
  RelationList handler(std::string_view(part).substr(0, name), relations);
  parse_part(zip, list, handler);
  return relations;
}

}  // namespace vankien
