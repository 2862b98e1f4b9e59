#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searchd/search/archive/columns.h"
#include "searchd/search/archive/shared_list.h"

namespace vankien {

/// A word that stands in titles, in the index's spelling.
struct TitleWord {
  std::string bare;  ///< without marks; the words are in the order of this
  std::string word;
  std::uint32_t documents = 0;  ///< whose title has it
  std::uint32_t number = 0;     ///< by which titles know it, from one generation to the next
  /// Words that follow it in titles of two documents or more, most frequent first, at most `kMostFollowers`.
  std::vector<std::string> followers;
  bool operator<(const TitleWord& other) const {
    return bare != other.bare ? bare < other.bare : word < other.word;
  }
};

/// As Order has documents of one database: their numbers depend on when each was written.
class NewestFirst {
 public:
  explicit NewestFirst(const Columns& columns)
      : dates_(columns[Attribute::kDate].ordinals), ids_(columns.ids()) {}
  bool operator()(Xapian::docid a, Xapian::docid b) const {
    return dates_[a] != dates_[b] ? dates_[a] > dates_[b] : ids_[a] < ids_[b];
  }

 private:
  const Ordinals& dates_;
  const DocumentIds& ids_;
};

/// The words of all titles of one database, held in memory to suggest while somebody types: a walk over the titles of
/// 200,000 documents, newest first, looks at 15 numbers each and takes no posting list. 4 bytes a word of a title,
/// 12 a document. Loaded when a generation is opened, then read by all threads.
class Titles {
 public:
  Titles(const Xapian::Database& database, const Columns& columns);
  /// What they were in an earlier generation, and what changed since. The titles that stayed are shared: 12 MB of 200,000.
  Titles(const Titles& before, const Xapian::Database& database, const Columns& columns,
         const ChangedDocuments& changes);

  const SharedList<TitleWord>& words() const { return words_; }
  /// The words whose bare form begins so, as places in `words`.
  std::pair<std::size_t, std::size_t> begun_by(std::string_view bare) const;
  /// Documents, newest first, those without a date last.
  const std::vector<Xapian::docid>& documents() const { return documents_; }
  /// The numbers of the different words of the title of documents()[i], ascending.
  std::span<const std::uint32_t> words_of(std::size_t i) const {
    const std::size_t begin = begins_[i];
    const std::uint32_t* title =
        begin < titles_->size() ? titles_->data() + begin : fresh_.data() + (begin - titles_->size());
    return {title + 1, *title};
  }
  /// Above the number of any word.
  std::size_t end_of_numbers() const { return end_of_numbers_; }
  /// Most numbers are of words that are gone: better made from nothing than taken over.
  bool is_worn() const { return end_of_numbers_ > 2 * words_.size() + kWorn; }
  /// The place in `words` of each number.
  std::vector<std::uint32_t> places() const;

 private:
  static constexpr std::size_t kWorn = 1 << 14;
  std::vector<TitleWord> load_words(const Xapian::Database& database,
                                    std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs);
  void sort_words(std::vector<TitleWord> words, std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs);
  void sort_documents(const Columns& columns);
  /// Puts the words right that stand in a changed title, then or now.
  void change_words(const Xapian::Database& database, const std::set<std::string>& changed);
  /// Writes a title behind the fresh ones: its begin.
  std::uint32_t add(const std::set<std::string>& words);
  void gather();
  void place(Xapian::docid last, std::vector<std::pair<Xapian::docid, std::uint32_t>>& pairs);

  SharedList<TitleWord> words_;
  std::vector<Xapian::docid> documents_;
  std::vector<std::uint32_t>
      begins_;  ///< of the title of each of them, in `titles_` and behind that in `fresh_`
  /// Of each title how many words it has, then their numbers.
  std::shared_ptr<const std::vector<std::uint32_t>> titles_;
  std::vector<std::uint32_t> fresh_;  ///< those written since `titles_` were made
  std::uint32_t end_of_numbers_ = 0;
};

inline constexpr std::size_t kMostFollowers = 8;

}  // namespace vankien
