// Our writer of databases beside Xapian's, from the same documents.
// 1. Everything that can be read is the same: counts, terms, lists, lengths, values, data; and Xapian's own check finds nothing.
//    However many runs the documents came in, and also where runs are joined to longer ones first.
// 2. So it is with lists over many chunks, tags over many blocks, trees of three levels, keys as long as can be, zero bytes, documents
//    without anything, one document.
// 3. Least and greatest value of a slot are nobody's.
// 4. Xapian can change such a database, once it has term lists, and compact several.
// 5. Words are found by what stays of them without marks.
// 6. A bigram that is counted with its words is the term that bigram_term.h tells.
// 7. A run that is cut or changed at its end is none.

#include "indexer/writer/run/run_merge.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <random>

#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/record_text.h"
#include "analyzers/schema/word_codes.h"
#include "indexer/writer/run/run_builder.h"
#include "indexer/writer/run/run_reader.h"
#include "indexer/writer/term_lists.h"
#include "tests/support/test_archive.h"

namespace vankien {
namespace {

namespace fs = std::filesystem;

struct Made {
  std::map<std::string, std::uint32_t> terms;
  std::map<Slot, std::string> values;
  std::optional<RecordText> record;
};
using Documents = std::vector<Made>;

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  /// Any bytes; zero bytes among them take two each in a key.
  std::string bytes(std::size_t most) {
    std::string made(1 + below(most), '\0');
    for (char& letter : made) letter = static_cast<char>(below(4) == 0 ? below(3) : below(256));
    return made;
  }

 private:
  std::mt19937 engine_;
};

Documents some_documents(unsigned seed, std::size_t count) {
  Random random(seed);
  Documents documents(count);
  for (Made& document : documents) {
    for (std::size_t i = random.below(60); i > 0; --i) {
      // Low numbers stand in most documents, high ones in few.
      const std::size_t number = random.below(1 + random.below(2000));
      document.terms["t" + std::to_string(number)] += static_cast<std::uint32_t>(random.below(4));
    }
    if (random.below(10) == 0)
      document.terms[random.bytes(100)] = static_cast<std::uint32_t>(random.below(100'000));
    if (random.below(20) == 0)
      document.terms[std::string(245, static_cast<char>('a' + random.below(20)))] = 1;
    for (std::size_t i = random.below(5); i > 0; --i)
      document.values[static_cast<Slot>(random.below(kSlots))] = random.bytes(40);
    if (random.below(4) != 0) document.record = RecordText{random.bytes(50), random.bytes(300)};
  }
  return documents;
}

void write_run(const fs::path& file, const Documents& documents, std::size_t begin, std::size_t end) {
  RunBuilder run;
  for (std::size_t i = begin; i < end; ++i) {
    run.begin_document(std::to_string(i), "files/" + std::to_string(i));
    for (const auto& [term, times] : documents[i].terms) {
      run.mark(term);
      for (std::uint32_t time = 0; time < times; ++time) run.count(term);
    }
    for (const auto& [slot, value] : documents[i].values) run.set_value(slot, value);
    if (documents[i].record) run.set_record(*documents[i].record);
    run.end_document();
  }
  EXPECT_EQ(run.documents(), end - begin);
  run.write(file);
}

class Merged : public testing::Test {
 protected:
  fs::path ours() const { return folder_.path() / "ours"; }
  fs::path theirs() const { return folder_.path() / "theirs"; }

  void write(const Documents& documents, std::size_t runs, std::size_t most_runs = kMostRuns) const {
    std::vector<fs::path> files;
    for (std::size_t run = 0; run < runs; ++run) {
      files.push_back(folder_.path() / ("run" + std::to_string(run)));
      write_run(files.back(), documents, documents.size() * run / runs, documents.size() * (run + 1) / runs);
    }
    fs::remove_all(ours());
    merge_runs(
        files, ours(), folder_.path() / "scratch", [] {}, most_runs);
    EXPECT_FALSE(fs::exists(folder_.path() / "scratch"));

    fs::remove_all(theirs());
    Xapian::WritableDatabase database(theirs().string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
    for (const Made& made : documents) database.add_document(to_xapian(made));
    database.commit();
  }

  void put_lists_back(const Documents& documents) const {
    EXPECT_FALSE(fs::exists(ours() / "termlist.glass"));
    TermLists lists(ours());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      std::vector<Xapian::valueno> slots;
      for (const auto& [slot, value] : documents[i].values)
        slots.push_back(static_cast<Xapian::valueno>(slot));
      lists.add(static_cast<Xapian::docid>(i + 1), {documents[i].terms.begin(), documents[i].terms.end()},
                slots);
    }
    lists.finish();
  }

  static Xapian::Document to_xapian(const Made& made) {
    Xapian::Document document;
    for (const auto& [term, times] : made.terms) document.add_term(term, times);
    for (const auto& [slot, value] : made.values)
      document.add_value(static_cast<Xapian::valueno>(slot), value);
    if (made.record) document.set_data(pack_record(*made.record));
    return document;
  }

  static std::string describe(const fs::path& path) {
    const Xapian::Database database(path.string(), Xapian::DB_BACKEND_GLASS);
    std::string all = std::to_string(database.get_doccount()) + " " +
                      std::to_string(database.get_lastdocid()) + " " +
                      std::to_string(database.get_total_length()) + " " +
                      std::to_string(database.get_doclength_lower_bound()) + " " +
                      std::to_string(database.get_doclength_upper_bound()) + "\n";
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      all += *term + " " + std::to_string(term.get_termfreq()) + " " +
             std::to_string(database.get_collection_freq(*term)) + " " +
             std::to_string(database.get_wdf_upper_bound(*term)) + ":";
      for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id)
        all += " " + std::to_string(*id) + "," + std::to_string(id.get_wdf()) + "," +
               std::to_string(id.get_doclength());
      all += "\n";
    }
    for (Xapian::valueno slot = 0; slot < kSlots; ++slot) {
      all += "slot " + std::to_string(slot) + " " + std::to_string(database.get_value_freq(slot)) + ":";
      for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value)
        all += " " + std::to_string(value.get_docid()) + " " + *value;
      all += "\n";
    }
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
      const Xapian::Document document = database.get_document(*id);
      all += std::to_string(*id) + " " + std::to_string(database.get_doclength(*id)) + " " +
             document.get_data() + "\n";
    }
    return all;
  }

  void expect_same() const {
    EXPECT_EQ(Xapian::Database::check(ours().string(), 0, nullptr), 0u);
    // Not EXPECT_EQ, which would print all of both.
    EXPECT_TRUE(describe(ours()) == describe(theirs()));
  }

  test::TemporaryFolder folder_;
};

TEST_F(Merged, IsWhatXapianWrites) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    const Documents documents = some_documents(seed, 1 + seed * 40);
    write(documents, 1 + seed % std::min<std::size_t>(5, documents.size()));
    expect_same();
  }
}

TEST_F(Merged, JoinsManyRunsInStages) {
  const Documents documents = some_documents(77, 600);
  for (const std::size_t most : {2, 3, 30}) {
    write(documents, 30, most);
    expect_same();
  }
}

TEST_F(Merged, HoldsListsOfManyChunks) {
  Documents documents(40'000);  // from 32,768 on keys take a byte more
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].terms["all"] = static_cast<std::uint32_t>(1 + i % 300);
    if (i % 3 == 0) documents[i].terms["third"] = 1;
    documents[i].terms["own" + std::to_string(i)] = 1;
    documents[i].values[Slot::kWords] = std::string(1 + i % 50, static_cast<char>('a' + i % 26));
  }
  write(documents, 3);
  expect_same();
}

TEST_F(Merged, HoldsTagsOfManyBlocksAndTreesOfThreeLevels) {
  Random random(5);
  Documents documents(3);
  std::string noise(400'000, '\0');  // does not get smaller
  for (char& letter : noise) letter = static_cast<char>(random.below(256));
  documents[1].record = RecordText{"{}", noise};
  documents[2].record = RecordText{"{}", std::string(400'000, 'x')};
  // Keys this long that differ at their end: a branch holds thirty.
  for (std::size_t i = 0; i < 4000; ++i) {
    std::string term(230, 'k');
    term += std::to_string(1'000'000 + i * 7919 % 4000);
    documents[i % 3].terms[term] = 1;
  }
  write(documents, 2);
  expect_same();
}

TEST_F(Merged, TellsKeysWithZeroBytesApart) {
  Documents documents(3);
  for (const std::string term : {"a", "a\xff", "b"}) documents[0].terms[term] = 1;
  for (std::size_t zeros = 1; zeros < 5; ++zeros) {
    documents[1].terms["a" + std::string(zeros, '\0')] = 2;
    documents[2].terms[std::string(zeros, '\0') + "\xe0"] = 1;
    documents[2].terms["a" + std::string(zeros, '\0') + "\xff"] = 1;
  }
  write(documents, 3);
  expect_same();
}

TEST_F(Merged, HoldsDocumentsWithoutAnything) {
  for (const std::size_t count : {1, 5}) {
    write(Documents(count), 1);
    expect_same();
  }
}

TEST_F(Merged, HasBoundsThatAreNobodys) {
  Documents documents(2);
  documents[0].values[Slot::kWords] = "rừng";
  documents[1].values[Slot::kWords] = "biển";
  write(documents, 2);
  const Xapian::Database database(ours().string(), Xapian::DB_BACKEND_GLASS);
  const auto words = static_cast<Xapian::valueno>(Slot::kWords);
  EXPECT_EQ(database.get_value_lower_bound(words), std::string(1, '\0'));
  EXPECT_EQ(database.get_value_upper_bound(words), std::string(32, '\xFF'));
  EXPECT_EQ(database.get_value_upper_bound(static_cast<Xapian::valueno>(Slot::kType)), "");
}

TEST_F(Merged, CountsBigramsWithTheirWords) {
  Documents documents(1);
  documents[0].terms = {
      {"nghị", 2}, {"quyết", 3}, {bigram_term("nghị", "quyết"), 2}, {bigram_term("quyết", "nghị"), 1}};
  write(documents, 1);
  RunBuilder run;
  run.begin_document("0", "files/0");
  run.count_word("quyết", false);
  for (const bool joined : {false, true}) {
    run.count_word("nghị", joined);
    EXPECT_EQ(run.count_word("quyết", true), word_code("quyết"));
  }
  run.end_document();
  const fs::path file = folder_.path() / "words";
  run.write(file);
  fs::remove_all(ours());
  merge_runs({file}, ours(), folder_.path() / "scratch", [] {});
  expect_same();
}

TEST_F(Merged, CanBeChangedByXapian) {
  Documents documents = some_documents(3, 400);
  write(documents, 3);
  put_lists_back(documents);
  const Documents more = some_documents(4, 400);
  for (const fs::path& path : {ours(), theirs()}) {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN | Xapian::DB_BACKEND_GLASS);
    for (std::size_t i = 0; i < more.size(); ++i) {
      const auto id = static_cast<Xapian::docid>(1 + i * 7 % 400);
      if (i % 5 == 0)
        database.replace_document(id, to_xapian(more[i]));
      else if (i % 11 == 0)
        database.delete_document("t" + std::to_string(i));
      else if (i % 3 == 0)
        database.add_document(to_xapian(more[i]));
      if (i % 100 == 0) database.commit();
    }
    database.commit();
  }
  expect_same();
}

TEST_F(Merged, CanBeCompactedWithOthers) {
  write(some_documents(8, 300), 2);
  for (const fs::path& path : {ours(), theirs()}) {
    Xapian::Database both(path.string(), Xapian::DB_BACKEND_GLASS);
    both.add_database(Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS));
    both.compact(path.string() + ".both");
    fs::remove_all(path);
    fs::rename(path.string() + ".both", path);
  }
  expect_same();
}

TEST_F(Merged, FindsWordsByWhatStaysWithoutMarks) {
  Documents documents(2);
  for (const std::string term : {"nghị", "nghĩ", "quyết", "nghi", "Snghỉ"}) documents[0].terms[term] = 1;
  documents[0].terms[bigram_term("nghị", "quyết")] = 1;
  documents[1].terms["nghỉ"] = 1;
  write(documents, 2);
  const Xapian::Database database(ours().string(), Xapian::DB_BACKEND_GLASS);
  std::string all;
  for (auto key = database.synonym_keys_begin(); key != database.synonym_keys_end(); ++key) {
    all += *key + ":";
    for (auto form = database.synonyms_begin(*key); form != database.synonyms_end(*key); ++form)
      all += " " + *form;
    all += "\n";
  }
  EXPECT_EQ(all, "nghi: nghĩ nghỉ nghị\nquyet: quyết\n");
}

TEST_F(Merged, TellsARunThatIsNotWhole) {
  const fs::path file = folder_.path() / "run";
  write_run(file, some_documents(1, 50), 0, 50);
  EXPECT_EQ(RunReader(file).summary().counts.documents, 50u);
  const auto size = fs::file_size(file);
  for (const std::uintmax_t left : {size - 1, size / 2, std::uintmax_t{10}, std::uintmax_t{0}}) {
    fs::resize_file(file, left);
    EXPECT_THROW(RunReader{file}, std::runtime_error) << left;
  }
}

}  // namespace
}  // namespace vankien
