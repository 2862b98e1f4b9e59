#include "searchd/search/query/held_names.h"

#include "analyzers/analyzer.h"
#include "analyzers/letters.h"
#include "analyzers/schema/document_type.h"
#include "searchd/search/archive/snapshot.h"

namespace vankien {
namespace {

Answer answer(const std::string& name, const std::string& typed) {
  if (name == typed) return Answer::kWhole;
  if (name.starts_with(typed)) return Answer::kBegins;
  for (auto at = name.find(" " + typed); at != std::string::npos; at = name.find(" " + typed, at + 1)) {
    const std::size_t end = at + 1 + typed.size();
    if (end == name.size() || name[end] == ' ') return Answer::kHolds;
  }
  return Answer::kNot;
}

}  // namespace

std::vector<std::string> HeldNames::answering(Attribute attribute, const std::string& typed, Answer worst) {
  const bool marked = has_marks(typed);
  Answer best = worst;
  std::vector<std::string> found;
  for (const Name& one : held(attribute)) {
    const Answer how = answer(marked ? one.folded : one.bare, typed);
    if (how > best) continue;
    if (how < best) found.clear();
    best = how;
    found.push_back(one.name);
  }
  return found;
}

const std::vector<HeldNames::Name>& HeldNames::held(Attribute attribute) {
  const auto [place, fresh] = held_.try_emplace(attribute);
  if (!fresh) return place->second;
  std::map<std::string, std::string> names;  // by the folded name: what a filter takes for the same is one
  if (attribute == Attribute::kType)         // a type is known whether or not the archive holds one
    for (const DocumentType& known : document_types()) names.emplace(fold_value(known.name), known.name);
  for (const Columns* columns : view_.columns) {
    const Column& column = (*columns)[attribute];
    const bool list = info(attribute).list;
    const auto& values = list ? column.parts : column.values;
    const auto& folds = list ? column.folded_parts : column.folded;
    for (std::size_t i = 0; i < values.size(); ++i)
      if (!values[i].empty()) names.emplace(folds[i], values[i]);
  }
  for (auto& [fold, name] : names) place->second.push_back({name, fold, bare_form(fold)});
  return place->second;
}

}  // namespace vankien
