// Over random archives of three grades and random queries:
// 1. The documents matched are those that Xapian's matcher finds for the same query.
// 2. So are their weights, to the last rounding. A phrase's are those of its words wherever it stands: below an OR Xapian's
// depend on what else the matcher is about.
// 3. Terms that stand for one word match and weigh as one term does in an archive where they are one.
// 4. With Scheme::kOne a document's weight is the number of the query's terms it has.
// 5. What is above the clearance changes no weight.
// 6. A memory of posting lists with no room answers as one with room does, and keeps to its bound.

#include "searchd/search/match/evaluation.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "analyzers/analyzer.h"
#include "searchd/search/archive/place.h"
#include "searchd/search/query/query_parts.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

constexpr int kQueries = 150;
constexpr std::size_t kDocuments = 90;
const std::vector<std::string> kWords = {"rừng", "biển", "đất", "nước", "ruộng", "trời"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t most) { return engine_() % most; }
  // The first words are the frequent ones.
  std::string word() { return kWords[std::min(below(kWords.size()), below(kWords.size()))]; }

 private:
  std::mt19937 engine_;
};

std::vector<Record> random_records(unsigned seed) {
  Random random(seed);
  std::vector<Record> records;
  for (std::size_t i = 0; i < kDocuments; ++i) {
    std::string body;
    for (std::size_t words = 1 + random.below(40); words > 0; --words) body += random.word() + " ";
    records.push_back(test::make_record(fmt::format("d{}", i), "", "Về " + random.word(), body, "2020-01-01",
                                        static_cast<Grade>(random.below(3))));
  }
  return records;
}

Query random_phrase(Random& random) {
  const Queries words = {Query(random.word()), any_of({Query(random.word()), Query(random.word())}),
                         Query(random.word())};
  return {Query::Op::kPhrase, words.begin(), words.begin() + 2 + static_cast<long>(random.below(2))};
}

Query random_query(Random& random, std::size_t depth) {
  const auto other = [&] { return random_query(random, depth - 1); };
  const auto word = [&] { return Query(random.word()); };
  if (depth == 0) return word();
  switch (random.below(9)) {
    case 0:
      return all_of({other(), other(), other()});
    case 1:
      return any_of({other(), other(), other()});
    case 2:
      return {Query::Op::kFilter, other(), other()};
    case 3:
      return {Query::Op::kAndMaybe, other(), other()};
    case 4:
      return {Query::Op::kAndNot, other(), other()};
    case 5:
      return scaled(other(), 0.5 + static_cast<double>(random.below(4)));
    case 6:  // by its own weight it is compared apart
      return {Query::Op::kFilter, word(), random_phrase(random)};
    case 7:
      return Query(Query::Op::kFilter, Query::constant(2), other());
    default:
      return word();
  }
}

bool stands_in(const Query& phrase, const Tokens& words) {
  const auto is = [](const Query& word, const std::string& text) {
    if (word.op() == Query::Op::kTerm) return word.term() == text;
    return std::any_of(word.children().begin(), word.children().end(),
                       [&](const Query& form) { return form.term() == text; });
  };
  const auto& wanted = phrase.children();
  for (std::size_t i = 0; i + wanted.size() <= words.size(); ++i) {
    std::size_t same = 0;
    while (same < wanted.size() && is(wanted[same], words[i + same].text)) ++same;
    if (same == wanted.size()) return true;
  }
  return false;
}

// The index has no positions: the texts are compared word by word.
Xapian::Query holders_of(const View& view, const Query& phrase) {
  std::vector<Xapian::Query> ids;
  for (std::size_t shard = 0; shard < view.shards.size(); ++shard)
    for (const Xapian::docid id : view.columns[shard]->documents()) {
      const std::string stored = view.shards[shard].get_document(id).get_data();
      const DocumentName name = read_named_document(stored).name;
      if (stands_in(phrase, analyze_words(name.title)) ||
          stands_in(phrase, analyze_words(split_record(stored).body)))
        ids.emplace_back(make_term(prefix::kId, name.id));
    }
  return {Xapian::Query::OP_OR, ids.begin(), ids.end()};
}

Xapian::Query to_xapian(const View& view, const Query& query) {
  using X = Xapian::Query;
  if (query.op() == Query::Op::kPhrase)
    return {X::OP_FILTER, to_xapian(view, all_of(query.children())), holders_of(view, query)};
  if (query.op() == Query::Op::kTerm) return X(query.term());
  if (query.op() == Query::Op::kConstant)
    return X((new Xapian::FixedWeightPostingSource(query.number()))->release());
  std::vector<X> children;
  for (const Query& child : query.children()) children.push_back(to_xapian(view, child));
  if (query.op() == Query::Op::kScale) return {X::OP_SCALE_WEIGHT, children[0], query.number()};
  static const std::map<Query::Op, X::op> kOps = {{Query::Op::kAnd, X::OP_AND},
                                                  {Query::Op::kOr, X::OP_OR},
                                                  {Query::Op::kFilter, X::OP_FILTER},
                                                  {Query::Op::kAndMaybe, X::OP_AND_MAYBE},
                                                  {Query::Op::kAndNot, X::OP_AND_NOT}};
  return {kOps.at(query.op()), children.begin(), children.end()};
}

using Weights = std::map<std::string, double>;  // by document id

Weights by_xapian(const View& view, const Query& query) {
  Xapian::Enquire enquire(view.database);
  enquire.set_query(to_xapian(view, query));
  Weights weights;
  const auto found = enquire.get_mset(0, view.database.get_doccount());
  for (auto one = found.begin(); one != found.end(); ++one) {
    const Place place = place_of(view, *one);
    weights[std::string(view.columns[place.shard]->ids()[place.id])] = one.get_weight();
  }
  return weights;
}

Weights by_evaluation(const View& view, const Query& query,
                      Evaluation::Scheme scheme = Evaluation::Scheme::kBm25) {
  Evaluation evaluation(view);
  Weights weights;
  for (std::size_t shard = 0; shard < view.shards.size(); ++shard) {
    std::vector<Xapian::docid> ids;
    evaluation.match(shard, query, view.postings[shard]->all()).for_each([&](Xapian::docid id) {
      ids.push_back(id);
    });
    const auto weighed = evaluation.weigh(shard, query, ids, scheme);
    for (std::size_t i = 0; i < ids.size(); ++i)
      weights[std::string(view.columns[shard]->ids()[ids[i]])] = weighed[i];
  }
  return weights;
}

void expect_equal(const Weights& found, const Weights& expected, const std::string& what) {
  ASSERT_EQ(found.size(), expected.size()) << what;
  for (const auto& [id, weight] : expected) {
    ASSERT_TRUE(found.contains(id)) << what << " " << id;
    ASSERT_NEAR(found.at(id), weight, 1e-9) << what << " " << id;
  }
}

class Archive {
 public:
  explicit Archive(const std::vector<Record>& records) {
    test::publish(folder_.path(), records);
    snapshot_ = std::make_unique<Snapshot>(test::current_generation(folder_.path()));
  }
  Snapshot::Lease view(Grade grade = Grade::kTuyetMat) const { return snapshot_->view(grade); }

 private:
  test::TemporaryFolder folder_;
  std::unique_ptr<Snapshot> snapshot_;
};

TEST(Evaluation, MatchesAndWeighsAsXapianDoes) {
  const Archive archive(random_records(1));
  Random random(2);
  std::size_t found = 0;
  for (int i = 0; i < kQueries; ++i) {
    const Query query = random_query(random, 1 + random.below(3));
    const auto view = archive.view(static_cast<Grade>(random.below(5)));
    const Weights weights = by_evaluation(*view, query);
    ASSERT_NO_FATAL_FAILURE(
        expect_equal(weights, by_xapian(*view, query), to_xapian(*view, query).get_description()));
    found += weights.size();
  }
  EXPECT_GT(found, kQueries * kDocuments / 20) << "the queries find too little to tell";
}

TEST(Evaluation, WeighsPhrasesAsTheirWords) {
  const Archive archive(random_records(8));
  const auto view = archive.view();
  Random random(9);
  std::size_t found = 0;
  for (int i = 0; i < kQueries; ++i) {
    const Query phrase = random_phrase(random);
    const Weights held = by_evaluation(*view, phrase);
    const Weights words = by_evaluation(*view, all_of(phrase.children()));
    EXPECT_LT(held.size(), words.size());
    for (const auto& [id, weight] : held) EXPECT_EQ(weight, words.at(id));
    found += held.size();
  }
  EXPECT_GT(found, 0u);
}

TEST(Evaluation, TakesTermsThatStandForOneWordAsOne) {
  std::vector<Record> apart = random_records(3), one = apart;
  for (Record& record : one)
    for (std::string* text : {&record.title, &record.pages[0]})
      for (std::size_t at; (at = text->find("biển")) != std::string::npos;) text->replace(at, 6, "đất");
  const std::vector<std::string> forms = {"biển", "đất"};
  const Archive first(apart), second(one);
  const Query both = one_of(forms);
  expect_equal(by_evaluation(*first.view(), both), by_evaluation(*second.view(), Query("đất")), "one of two");
  const Query beside = all_of({both, Query("rừng")});
  expect_equal(by_evaluation(*first.view(), beside),
               by_evaluation(*second.view(), all_of({Query("đất"), Query("rừng")})), "beside another");
}

TEST(Evaluation, CountsTerms) {
  const Archive archive(random_records(4));
  const auto view = archive.view();
  const Query query = any_of({Query("trời"), Query("ruộng"), one_of({"rừng", "biển"})});
  const Weights counted = by_evaluation(*view, query, Evaluation::Scheme::kOne);
  Weights expected;
  for (const Query& child : query.children())
    for (const auto& [id, weight] : by_evaluation(*view, child)) expected[id] += 1;
  expect_equal(counted, expected, "counts");
}

TEST(Evaluation, KnowsNothingOfWhatIsAboveTheClearance) {
  const std::vector<Record> all = random_records(5);
  std::vector<Record> open;
  for (const Record& record : all)
    if (record.grade == Grade::kOpen) open.push_back(record);
  const Archive with(all), without(open);
  Random random(6);
  for (int i = 0; i < kQueries; ++i) {
    const Query query = random_query(random, 2);
    EXPECT_EQ(by_evaluation(*with.view(Grade::kOpen), query),
              by_evaluation(*without.view(Grade::kOpen), query))
        << to_xapian(*with.view(Grade::kOpen), query).get_description();
  }
}

TEST(PostingLists, KeepToTheirBound) {
  const Archive archive(random_records(7));
  const auto view = archive.view(Grade::kOpen);
  const Xapian::Database& database = view->shards[0];
  const PostingLists roomy(database), tight(database, 1);
  for (int round = 0; round < 2; ++round)
    for (const std::string& word : kWords) {
      const auto a = roomy.of(database, word), b = tight.of(database, word);
      EXPECT_EQ(a->ids, b->ids);
      EXPECT_EQ(a->counts, b->counts);
      EXPECT_EQ(a->dense, b->dense);
      EXPECT_EQ(a->documents, database.get_termfreq(word));
    }
  const auto kept = roomy.of(database, "rừng"), dropped = tight.of(database, "rừng");
  roomy.of(database, "biển");
  tight.of(database, "biển");
  EXPECT_EQ(roomy.of(database, "rừng"), kept);
  EXPECT_NE(tight.of(database, "rừng"), dropped);
}

}  // namespace
}  // namespace vankien
