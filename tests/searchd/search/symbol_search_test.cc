// 1. However a symbol is typed, its document comes first: every spelling of every symbol of the table.
// 2. No other number, type or organ comes above it: 05-NQ/TU is neither 105-NQ/TU nor 05-CT/TU nor 05-NQ/TW.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "analyzers/schema/symbol.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/searcher.h"
#include "tests/support/symbol_spellings.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

// Each symbol of the table, and beside it the next number, other types, another organ, all newer and all naming the others.
std::vector<Record> archive() {
  std::vector<Record> records;
  std::string mentions;
  for (const auto& parts : test::symbols()) mentions += parts.type_name + " số " + parts.canonical() + "; ";
  std::size_t id = 0;
  const auto add = [&](const test::Parts& parts, const char* date) {
    records.push_back(
        test::make_record(std::to_string(++id), parts.canonical(), "Về công tác",
                          "Căn cứ " + mentions + parts.type_name + " của " + parts.organ_name + ".", date));
  };
  for (const auto& parts : test::symbols()) add(parts, "2020-01-01");
  for (const auto& parts : test::symbols()) {
    auto other = parts;
    other.number = "1" + parts.number;
    add(other, "2024-01-01");
    if (parts.type.empty()) continue;
    other = parts;
    other.type = parts.type == "KL" ? "TB" : "KL";
    add(other, "2024-01-02");
    other = parts;
    other.organ = parts.organ == "TU" ? "TW" : "TU";
    if (other.party) add(other, "2024-01-03");
  }
  return records;
}

TEST(SymbolSearch, PutsTheDocumentFirstHoweverItIsTyped) {
  test::TemporaryFolder folder;
  test::publish(folder.path(), archive());
  const Snapshot snapshot(test::current_generation(folder.path()));
  std::size_t asked = 0;
  for (const auto& parts : test::symbols())
    for (const auto& spelling : test::spellings()) {
      SearchQuery query;
      query.q = spelling.write(parts);
      if (query.q.empty()) continue;
      ++asked;
      const auto result = search(snapshot, Grade::kOpen, query);
      EXPECT_FALSE(result.hits.empty()) << spelling.name << ": " << query.q;
      if (result.hits.empty()) continue;
      EXPECT_EQ(nlohmann::json::parse(split_record(result.hits[0].stored).fields)["symbol"],
                parts.canonical())
          << spelling.name << ": " << query.q;
    }
  EXPECT_GE(asked, 400u);
}

}  // namespace
}  // namespace vankien
