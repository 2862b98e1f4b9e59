// 1. Symbols are in Vietnamese order, their numbers by value: 9-NQ before 10-NQ; đ after d, tones last.
// 2. Several keys order in turn, absent values last either way, ties the newest first and then by id.
// 3. A walk shows every document once, whatever the size of its steps, by any keys and by relevance.
// 4. A walk goes on over a new generation: what did not change is neither repeated nor left out, though its values may
//    be spelled another way there.
// 5. It knows nothing above the clearance: its positions are those of an archive without the secret.

#include "searchd/search/archive/order.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "analyzers/schema/record.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/searcher.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using test::make_record;
using test::typed;

std::vector<Record> records() {
  return {typed(make_record("a", "10-NQ/TU", "Về rừng", "rừng xanh", "2022-01-01"), "Nghị quyết"),
          typed(make_record("b", "9-NQ/TU", "Về rừng", "rừng rừng", "2022-01-01"), "Nghị quyết"),
          typed(make_record("c", "100-NQ/TU", "Về biển", "rừng và biển", "2023-01-01"), "Nghị quyết"),
          typed(make_record("d", "9-ĐA/TU", "Về núi", "rừng núi", "2021-01-01"), "Đề án"),
          typed(make_record("e", "", "Về rừng", "rừng", ""), ""),
          typed(make_record("f", "9-CT/TU", "Về đất", "đất rừng rộng", "2021-01-01"), "Chỉ thị")};
}

std::string id_of(const std::string& stored) {
  return nlohmann::json::parse(split_record(stored).fields).at("id");
}

struct Archived {
  explicit Archived(const std::vector<Record>& all) { put(all); }
  void put(const std::vector<Record>& all) {
    test::publish(home.path(), all);
    snapshot = std::make_unique<Snapshot>(test::current_generation(home.path()));
  }
  SearchResult ask(const SearchQuery& query, Clearance clearance = Grade::kOpen) const {
    return search(*snapshot, clearance, query);
  }
  test::TemporaryFolder home;
  std::unique_ptr<Snapshot> snapshot;
};

std::string ids(const std::vector<Hit>& hits) {
  std::string joined;
  for (const Hit& hit : hits) joined += id_of(hit.stored);
  return joined;
}

SearchQuery asked(std::string q, std::vector<SortKey> sort) {
  SearchQuery query;
  query.q = std::move(q);
  query.sort = std::move(sort);
  return query;
}

SearchQuery walking(std::string q, std::vector<SortKey> sort, std::size_t limit) {
  SearchQuery query = asked(std::move(q), std::move(sort));
  query.limit = limit;
  query.walks = true;
  return query;
}

std::string walk(const Archived& archive, SearchQuery query) {
  std::string seen;
  for (;;) {
    const SearchResult result = archive.ask(query);
    seen += ids(result.hits);
    if (!result.next) return seen;
    query.after = result.next;
  }
}

TEST(Order, OfSymbols) {
  const Archived archive(records());
  EXPECT_EQ(ids(archive.ask(asked("", {{Attribute::kSymbol, false}})).hits), "fdbace");
  EXPECT_EQ(ids(archive.ask(asked("", {{Attribute::kSymbol, true}})).hits), "cabdfe");
}

TEST(Order, SeveralKeysAndTies) {
  const Archived archive(records());
  EXPECT_EQ(ids(archive.ask(asked("", {{Attribute::kType, false}})).hits), "fdcabe");
  EXPECT_EQ(ids(archive.ask(asked("", {{Attribute::kType, true}, {Attribute::kDate, false}})).hits),
            "abcdfe");
  EXPECT_EQ(ids(archive.ask({}).hits), "cabdfe");
}

TEST(Walk, ShowsAllOnce) {
  const Archived archive(records());
  for (const std::size_t limit : {1u, 2u, 3u, 6u, 10u}) {
    for (const std::vector<SortKey>& sort : {std::vector<SortKey>{},
                                             {{Attribute::kSymbol, true}},
                                             {{Attribute::kType, false}, {Attribute::kYear, true}}}) {
      EXPECT_EQ(walk(archive, walking("", sort, limit)), ids(archive.ask(asked("", sort)).hits));
      EXPECT_EQ(walk(archive, walking("rừng", sort, limit)), ids(archive.ask(asked("rừng", sort)).hits));
    }
  }
}

TEST(Walk, OverANewGeneration) {
  Archived archive(records());
  SearchQuery query = walking("", {{Attribute::kSymbol, false}}, 2);
  const SearchResult first = archive.ask(query);
  EXPECT_EQ(ids(first.hits), "fd");
  // The last one shown goes, one comes in before and one behind; numbers inside Xapian are others now.
  auto changed = records();
  std::erase_if(changed, [](const Record& record) { return record.id == "d"; });
  std::reverse(changed.begin(), changed.end());
  changed.push_back(make_record("x", "1-NQ/TU", "Mới", "rừng"));
  changed.push_back(make_record("y", "50-NQ/TU", "Mới", "rừng"));
  archive.put(changed);
  query.after = first.next;
  EXPECT_EQ(walk(archive, query), "bayce");
}

TEST(Walk, OverAnotherSpelling) {
  const auto all = [](std::size_t newer) {
    std::vector<Record> records;
    for (const char* id : {"a", "b", "c", "d", "e", "f", "g"}) {
      records.push_back(make_record(id, "", "Về rừng", "rừng"));
      records.back().issuer = records.size() <= newer ? "Tỉnh uỷ Hoà Bình" : "Tỉnh ủy Hòa Bình";
    }
    records.push_back(make_record("h", "", "Về rừng", "rừng"));
    records.back().issuer = "Tỉnh ủy Lào Cai";
    return records;
  };
  for (const bool descending : {false, true})
    for (const std::size_t before : {2u, 5u}) {
      Archived archive(all(before));
      SearchQuery query = walking("", {{Attribute::kIssuer, descending}}, 3);
      const SearchResult first = archive.ask(query);
      archive.put(all(7 - before));
      query.after = first.next;
      EXPECT_EQ(ids(first.hits) + walk(archive, query), descending ? "habcdefg" : "abcdefgh") << before;
    }
}

// By its letters alone "Hoá" stands between the two spellings of "Hòa".
TEST(Walk, OverAnotherSpellingWithAValueBetween) {
  const auto all = [](std::size_t old_style) {
    std::vector<Record> records;
    for (const char* id : {"a", "b", "c", "d", "e"}) {
      records.push_back(make_record(id, "", "Về rừng", "rừng"));
      records.back().signer = records.size() <= old_style ? "Lê Hòa" : "Lê Hoà";
    }
    for (const char* id : {"f", "g"}) {
      records.push_back(make_record(id, "", "Về rừng", "rừng"));
      records.back().signer = "Lê Hoá";
    }
    return records;
  };
  for (const bool descending : {false, true})
    for (const std::size_t limit : {1u, 2u, 3u})
      for (const std::size_t before : {1u, 4u}) {
        Archived archive(all(before));
        SearchQuery query = walking("", {{Attribute::kSigner, descending}}, limit);
        const SearchResult first = archive.ask(query);
        archive.put(all(5 - before));
        query.after = first.next;
        EXPECT_EQ(ids(first.hits) + walk(archive, query), descending ? "fgabcde" : "abcdefg")
            << before << ' ' << limit;
      }
}

TEST(Walk, ByRelevanceOverANewGeneration) {
  Archived archive(records());
  SearchQuery query = walking("rừng", {}, 2);
  const SearchResult first = archive.ask(query);
  ASSERT_TRUE(first.next);
  const std::string all = ids(archive.ask(asked("rừng", {})).hits);
  archive.put(records());
  query.after = first.next;
  EXPECT_EQ(walk(archive, query), all.substr(2));
  // With the last one gone it goes on behind what weighs as much as that did.
  auto changed = records();
  std::erase_if(changed, [&](const Record& record) { return record.id == all.substr(1, 1); });
  archive.put(changed);
  const std::string rest = walk(archive, query);
  EXPECT_EQ(rest.find(all[1]), std::string::npos);
  EXPECT_TRUE(
      std::all_of(rest.begin(), rest.end(), [&](char id) { return all.find(id) != std::string::npos; }));
}

TEST(Walk, KnowsNothingAboveTheClearance) {
  auto all = records();
  all.insert(all.begin(), make_record("s", "9-NQ/TU", "Mật", "rừng mật", "2024-01-01", Grade::kMat));
  const Archived with(all), without(records());
  for (const char* q : {"", "rừng"}) {
    const SearchQuery query = walking(q, {}, 2);
    EXPECT_EQ(with.ask(query).next, without.ask(query).next) << q;
  }
  EXPECT_EQ(walk(with, walking("", {{Attribute::kSymbol, false}}, 1)), "fdbace");
  EXPECT_EQ(ids(with.ask(asked("", {{Attribute::kSymbol, false}}), Grade::kMat).hits), "fdsbace");
}

}  // namespace
}  // namespace vankien
