#include "searchd/search/archive/respelling.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "searchd/search/archive/changing_values.h"

namespace vankien {
namespace {

using Corrections = SpelledValues::Corrections;

struct Move {
  std::uint32_t place;  // of a value
  std::string text, key;
};
using Moves = std::vector<Move>;  // by place, ascending

Moves find_moves(const Column& read, const Corrections& corrections) {
  Moves moves;
  for (const auto& [text, correction] : corrections) {
    const std::uint32_t place = find_value(read.values, read.keys, text, correction.key);
    if (place < read.values.size() && read.values[place] == text)
      moves.push_back({place, correction.right, correction.right_key});
  }
  std::sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) { return a.place < b.place; });
  return moves;
}

// A body of the tree, as its level and itself are spelled alone.
Moves find_tree_moves(const Column& read, const Corrections* levels, const Corrections* issuers) {
  const auto spelled = [](const Corrections* corrections, const std::string& text) {
    if (corrections == nullptr) return text;
    const auto found = corrections->find(text);
    return found == corrections->end() ? text : found->second.right;
  };
  Moves moves;
  for (std::uint32_t i = 1; i < read.values.size(); ++i) {
    const std::string& path = read.values[i];
    const std::size_t cut = path.find(kTreeSeparator);
    std::string right = spelled(levels, path.substr(0, cut));
    right += kTreeSeparator;
    right += spelled(issuers, path.substr(cut + kTreeSeparator.size()));
    if (right == path) continue;
    std::string key = order_key(right, false);
    moves.push_back({i, std::move(right), std::move(key)});
  }
  return moves;
}

// All but a few values stay where they are, in their order.
Column move_values(const Column& read, const Moves& moves) {
  ChangingValues values(read);
  std::vector<std::uint32_t> places;
  for (const Move& move : moves) places.push_back(move.place);
  values.erase(places);
  for (const Move& move : moves) values.add({move.text, read.folded[move.place], move.key});
  std::vector<std::uint32_t> rank = values.ranks();
  for (const Move& move : moves) rank[move.place] = values.find(move.text, move.key);
  if (const auto& meaning = read.ordinals.meaning(); !meaning.empty()) {
    Ordinals::Numbers through;
    through.reserve(meaning.size());
    for (const std::uint32_t ordinal : meaning) through.push_back(rank[ordinal]);
    rank = std::move(through);
  }
  Column column;
  values.move_to(column);
  column.ordinals = Ordinals(read.ordinals, std::move(rank));
  return column;
}

// Whole lists stay the values; a document whose list says one thing in two spellings says it once.
Column respelled_list(Column column, const Corrections& corrections) {
  std::unordered_map<std::string, std::uint32_t> places;
  std::vector<std::string> parts, folded_parts;
  std::vector<std::uint32_t> rank;
  for (std::size_t i = 0; i < column.parts.size(); ++i) {
    const auto correction = corrections.find(column.parts[i]);
    const std::string& text = correction == corrections.end() ? column.parts[i] : correction->second.right;
    const auto [place, fresh] = places.emplace(text, static_cast<std::uint32_t>(parts.size()));
    if (fresh) {
      parts.push_back(text);
      folded_parts.push_back(column.folded_parts[i]);
    }
    rank.push_back(place->second);
  }
  for (auto& members : column.members) {
    for (std::uint32_t& part : members) part = rank[part];
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
  }
  column.parts = std::move(parts);
  column.folded_parts = std::move(folded_parts);
  return column;
}

bool has_any(const std::vector<std::string>& parts, const Corrections& corrections) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const auto& part) { return corrections.contains(part); });
}

// Nothing if it is spelled so already.
std::shared_ptr<const Column> respelled(Attribute attribute, const Column& read, const Corrections* one,
                                        const Corrections* other) {
  if (info(attribute).list) {
    if (!has_any(read.parts, *one)) return nullptr;
    return std::make_shared<const Column>(respelled_list(read, *one));
  }
  const Moves moves =
      attribute == Attribute::kIssuerLvl1 ? find_tree_moves(read, one, other) : find_moves(read, *one);
  if (moves.empty()) return nullptr;
  return std::make_shared<const Column>(move_values(read, moves));
}

}  // namespace

void RespelledColumns::keep_only(const std::set<const Column*>& used) {
  const std::scoped_lock lock(mutex_);
  std::erase_if(made_, [&](const Made& one) { return !used.contains(one.respelled.get()); });
}

void RespelledColumns::take_over(const RespelledColumns& before, const std::vector<const Columns*>& read) {
  const std::scoped_lock lock(before.mutex_);
  for (const Made& one : before.made_)
    if (std::any_of(read.begin(), read.end(),
                    [&](const Columns* columns) { return columns->shared(one.attribute) == one.read; }))
      made_.push_back(one);
}

Columns RespelledColumns::respell(const Columns& read, const Spellings& spellings) const {
  Columns columns = read;
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    const auto attribute = static_cast<Attribute>(i);
    By by = {spellings.corrections(attribute), nullptr};
    if (attribute == Attribute::kIssuerLvl1)
      by = {spellings.corrections(Attribute::kIssuerLvl0), spellings.corrections(Attribute::kIssuer)};
    if (by[0] || by[1]) columns.put(attribute, of(attribute, read.shared(attribute), std::move(by)));
  }
  return columns;
}

RespelledColumns::Shared RespelledColumns::of(Attribute attribute, const Shared& read, By by) const {
  const std::scoped_lock lock(mutex_);
  const auto known = std::find_if(made_.begin(), made_.end(), [&](const Made& one) {
    return one.attribute == attribute && one.read == read && one.by == by;
  });
  if (known != made_.end()) return known->respelled;
  Shared column = respelled(attribute, *read, by[0].get(), by[1].get());
  if (!column) column = read;
  made_.push_back({attribute, read, std::move(by), column});
  return column;
}

}  // namespace vankien
