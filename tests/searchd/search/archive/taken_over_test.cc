// 1. Whatever updates do, a snapshot that takes over from the one before holds what one opened from nothing holds: columns,
//    ids, lists, rows, titles, standing and spelling, of every clearance. So it goes on, generation after generation, also
//    when some were passed over.
// 2. A grade that did not change is the very same object; of one that did the values are.
// 3. What a request before had in memory is not what the one after gets: lists that were asked for are put right.

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/pipeline/publication.h"
#include "indexer/writer/update_writer.h"
#include "searchd/search/archive/place.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/archive/standing.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

using Random = std::mt19937;

const std::string& any(Random& random, const std::vector<std::string>& of) {
  return of[random() % of.size()];
}

Record random_record(Random& random, std::size_t number) {
  static const std::vector<std::string> words = {"chợ",  "đê",   "hòa", "hoà", "bình",
                                                 "Bình", "thủy", "lợi", "rừng"};
  std::string title = "Về";
  for (std::size_t i = 0; i < 1 + random() % 5; ++i) title += " " + any(random, words);
  if (random() % 4 == 0) title += " từ" + std::to_string(random() % 1000);
  const std::string symbol = std::to_string(1 + random() % 6) + any(random, {"-NQ/TU", "-CT/TU", "-QĐ/TU"});
  const Grade grade = random() % 5 == 0 ? Grade::kMat : random() % 9 == 0 ? Grade::kTuyetMat : Grade::kOpen;
  Record record = test::make_record(
      "d" + std::to_string(number), random() % 6 == 0 ? "" : symbol, title,
      title + " " + any(random, words) + " chung",
      "20" + std::to_string(10 + random() % 9) + "-0" + std::to_string(1 + random() % 9) + "-01", grade);
  record.type = any(random, {"Nghị quyết", "nghị quyết", "Chỉ thị", ""});
  record.issuer = any(random, {"Tỉnh ủy Hòa Bình", "Tỉnh uỷ Hoà Bình", "Tỉnh ủy Nam Lĩnh", ""});
  record.level = any(random, {"tỉnh", "Tỉnh", "huyện", ""});
  record.place = any(random, {"Hòa Bình", "", "Hà Tây"});
  if (random() % 3 == 0) record.fields = {any(random, {"Kinh tế", "kinh tế"}), "Tuyên giáo"};
  if (random() % 8 == 0) record.draft = "dự thảo";
  for (std::size_t i = 0; i < random() % 3; ++i) {
    const std::string cited = std::to_string(1 + random() % 6) + any(random, {"-NQ/TU", "-CT/TU", "-QĐ/TU"});
    const RelationKind kind =
        random() % 4 == 0 ? RelationKind::kBasis : kActKinds[random() % kActKinds.size()];
    record.relations.push_back({kind, cited, "", "", "số " + cited});
  }
  return record;
}

class TakenOver : public testing::Test {
 protected:
  TakenOver() {
    std::vector<Record> records;
    for (; number_ < 120; ++number_) records.push_back(random_record(random_, number_));
    records.push_back(test::make_record("in", "", "Nội bộ", "chung", "2022-06-01", Grade::kInternal));
    test::publish(home(), records);
  }
  const std::filesystem::path& home() const { return home_.path(); }
  std::filesystem::path published() const { return test::current_generation(home()); }

  // New and replaced documents; those that change their grade leave their database, which is written anew.
  void update(std::size_t changes, bool stays_in_grade = true) {
    NewGeneration next(home());
    const KnownFiles before{published(), read_manifest(published())};
    UpdateWriter writer({before.generation, next.folder(), before.manifest, DiskReserve(home(), 0)});
    for (std::size_t i = 0; i < changes; ++i) {
      // The first ones often: they are where columns begin.
      Record record = random_record(random_, random_() % 3 == 0   ? number_++
                                             : random_() % 2 == 0 ? random_() % 4
                                                                  : random_() % number_);
      if (stays_in_grade)
        for (std::size_t grade = 0; grade < kGradeCount; ++grade)
          if (writer.find_source_in(record.id, static_cast<Grade>(grade)))
            record.grade = static_cast<Grade>(grade);
      writer.put(record);
    }
    const Changes changed = writer.finish();
    next.seal(describe_update(next.folder(), {}, before, changed));
    next.publish();
  }

  test::TemporaryFolder home_;
  Random random_{7};
  std::size_t number_ = 0;
};

std::vector<std::string> texts(const SharedTexts& list) { return {list.begin(), list.end()}; }

void expect_same(const Columns& one, const Columns& other) {
  ASSERT_EQ(one.documents(), other.documents());
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    const Column& a = one[static_cast<Attribute>(i)];
    const Column& b = other[static_cast<Attribute>(i)];
    SCOPED_TRACE(info(static_cast<Attribute>(i)).name);
    EXPECT_EQ(texts(a.values), texts(b.values));
    EXPECT_EQ(texts(a.folded), texts(b.folded));
    EXPECT_EQ(texts(a.keys), texts(b.keys));
    EXPECT_EQ(a.members, b.members);
    EXPECT_EQ(a.parts, b.parts);
    EXPECT_EQ(a.folded_parts, b.folded_parts);
    EXPECT_EQ(a.ordinals.all(), b.ordinals.all());
  }
  for (const Xapian::docid id : one.documents()) EXPECT_EQ(one.ids()[id], other.ids()[id]);
}

std::set<std::string> words_of_title(const Titles& titles, std::size_t i) {
  const auto places = titles.places();
  std::set<std::string> words;
  for (const std::uint32_t number : titles.words_of(i)) words.insert(titles.words()[places[number]].word);
  EXPECT_EQ(words.size(), titles.words_of(i).size());
  return words;
}

void expect_same(const Titles& one, const Titles& other) {
  ASSERT_EQ(one.words().size(), other.words().size());
  for (std::size_t i = 0; i < one.words().size(); ++i) {
    const TitleWord &a = one.words()[i], &b = other.words()[i];
    EXPECT_EQ(a.bare, b.bare);
    EXPECT_EQ(a.word, b.word);
    EXPECT_EQ(a.documents, b.documents) << a.word;
    EXPECT_EQ(a.followers, b.followers) << a.word;
  }
  ASSERT_EQ(one.documents(), other.documents());
  for (std::size_t i = 0; i < one.documents().size(); ++i) {
    EXPECT_EQ(words_of_title(one, i), words_of_title(other, i));
  }
}

void expect_same(const PostingList& a, const PostingList& b) {
  EXPECT_EQ(a.documents, b.documents);
  EXPECT_EQ(a.ids, b.ids);
  EXPECT_EQ(a.counts, b.counts);
  EXPECT_EQ(a.dense, b.dense);
  ASSERT_EQ(a.set.end(), b.set.end());
  DocumentSet only = a.set;
  EXPECT_TRUE((only -= b.set).empty());
  EXPECT_EQ(a.set.size(), b.set.size());
}

void expect_same(const View& one, const View& other) {
  ASSERT_EQ(one.shards.size(), other.shards.size());
  for (std::size_t shard = 0; shard < one.shards.size(); ++shard) {
    SCOPED_TRACE(kGradeNames[shard]);
    const Xapian::Database& database = other.shards[shard];
    expect_same(*one.columns[shard], *other.columns[shard]);
    expect_same(*one.titles[shard], *other.titles[shard]);
    EXPECT_EQ(one.postings[shard]->lengths(), other.postings[shard]->lengths());
    EXPECT_EQ(one.bare_words[shard]->size(), other.bare_words[shard]->size());
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
      expect_same(*one.postings[shard]->of(one.shards[shard], *term),
                  *other.postings[shard]->of(database, *term));
    RowReader a(*one.rows[shard], one.shards[shard]), b(*other.rows[shard], database);
    for (const Xapian::docid id : one.columns[shard]->documents()) {
      EXPECT_EQ(std::string(a.of(id)), std::string(b.of(id)));
      const Place place{shard, id};
      EXPECT_EQ(one.standing->of(place), other.standing->of(place));
      EXPECT_EQ(one.standing->act_on(place), other.standing->act_on(place));
    }
  }
  EXPECT_EQ(one.standing->none_ended(), other.standing->none_ended());
}

void expect_same(const Snapshot& one, const Snapshot& other) {
  for (std::size_t i = 0; i < kGradeCount && !testing::Test::HasFailure(); ++i)
    expect_same(*one.view(static_cast<Grade>(i)), *other.view(static_cast<Grade>(i)));
}

// Of a clearance it may be made from that of the clearance below.
void expect_whole_standing(const View& view) {
  const Standing whole(view);
  for (std::size_t shard = 0; shard < view.shards.size(); ++shard)
    for (const Xapian::docid id : view.columns[shard]->documents()) {
      EXPECT_EQ(view.standing->of({shard, id}), whole.of({shard, id}));
      EXPECT_EQ(view.standing->act_on({shard, id}), whole.act_on({shard, id}));
    }
  EXPECT_EQ(view.standing->none_ended(), whole.none_ended());
}

TEST_F(TakenOver, IsAsOpenedFromNothing) {
  auto snapshot = std::make_unique<Snapshot>(published());
  for (std::size_t round = 0; round < 25 && !HasFailure(); ++round) {
    SCOPED_TRACE(round);
    for (std::size_t passed_over = random_() % 3; passed_over > 0; --passed_over) update(1 + random_() % 3);
    update(1 + random_() % 4, round % 8 != 7);
    auto next = std::make_unique<Snapshot>(published(), snapshot.get());
    const Snapshot fresh(published());
    expect_same(*next, fresh);
    for (std::size_t i = 0; i < kGradeCount; ++i) expect_whole_standing(*fresh.view(static_cast<Grade>(i)));
    snapshot = std::move(next);
  }
}

TEST_F(TakenOver, SharesWhatDidNotChange) {
  const Snapshot before(published());
  NewGeneration next(home());
  const KnownFiles files{published(), read_manifest(published())};
  UpdateWriter writer({files.generation, next.folder(), files.manifest, DiskReserve(home(), 0)});
  writer.put(test::make_record("more", "", "Mới", "mới", "2022-06-01", Grade::kInternal));
  const Changes changed = writer.finish();
  next.seal(describe_update(next.folder(), {}, files, changed));
  next.publish();
  const Snapshot after(published(), &before);
  const auto then = before.view(Grade::kMat), now = after.view(Grade::kMat);
  for (const std::size_t same : {0, 2}) {
    EXPECT_EQ(then->titles[same], now->titles[same]);
    EXPECT_EQ(then->postings[same], now->postings[same]);
  }
  EXPECT_NE(then->titles[1], now->titles[1]);
  const auto dates = [](const View& view) { return &(*view.columns[1])[Attribute::kDate].values; };
  EXPECT_NE(dates(*then), dates(*now));
  EXPECT_EQ(&(*dates(*then))[1], &(*dates(*now))[1]);
  EXPECT_EQ(before.view(Grade::kOpen)->standing, after.view(Grade::kOpen)->standing);
}

}  // namespace
}  // namespace vankien
