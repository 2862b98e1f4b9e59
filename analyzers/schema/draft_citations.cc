#include "analyzers/schema/draft_citations.h"

#include <algorithm>
#include <array>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "analyzers/schema/cited_documents.h"
#include "analyzers/schema/date.h"
#include "analyzers/schema/spoken_names.h"

namespace vankien {
namespace {

constexpr std::size_t kMostIssuer = 16;  // words: "Ban Chấp hành Đảng bộ thành phố … nhiệm kỳ …" has 12
constexpr std::uint32_t kMostGap = 3;     // bytes between two words of one name: a blank, a dash
constexpr std::uint32_t kDateBehind = 3;  // bytes between the issuer and ", ngày 01/6/2022"
constexpr std::uint32_t kOfBehind = 3;    // bytes between the date and "của"

// Small words inside the names of organs (05-HD/VPTW and Decree 30/2020/NĐ-CP annex II: the rest begin with a capital).
constexpr std::array<std::string_view, 45> kSmall = {
    "ủy",   "ban",  "nhân",  "dân",  "tỉnh",  "thành", "phố",   "huyện",  "xã",  "phường", "quận", "thị",
    "đặc",  "khu",  "trung", "ương", "trị",   "bí",    "thư",   "thường", "vụ",  "chấp",   "hành", "bộ",
    "tổ",   "chức", "giáo",  "vận",  "chính", "tra",   "phòng", "hội",    "phủ", "tướng",  "đồng", "khóa",
    "quốc", "gia",  "tịch",  "nước", "đảng",  "ubnd",  "hđnd",  "btv",    "bch"};
// What says what the document is about or does; also in capitals.
constexpr std::array<std::string_view, 11> kBehind = {"về",      "ban hành", "quy định",         "phê duyệt",
                                                      "sửa đổi", "bổ sung",  "thay thế",         "hướng dẫn",
                                                      "đã",      "được",     "tổ chức thực hiện"};

struct DateAt {
  std::string iso;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

std::vector<DateAt> dates_of(std::string_view text) {
  const MappedText folded = fold_text(text);
  std::vector<DateAt> dates;
  for (const FoundDate& found : find_dates(folded))
    dates.push_back({found.date.iso(), folded.offsets[found.begin], folded.offsets[found.end]});
  return dates;
}

class Finder {
 public:
  explicit Finder(std::string_view text) : text_(text), words_(analyze_words(text)), dates_(dates_of(text)) {}

  std::vector<DraftCitation> find() {
    const std::vector<CitationReading> readings = read_citations(words_, text_);
    take_cited(readings);
    take_spoken(readings);
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const std::uint32_t limit =
          i + 1 < found_.size() ? found_[i + 1].begin : static_cast<std::uint32_t>(text_.size());
      take_behind(found_[i], limit);
    }
    return std::move(found_);
  }

 private:
  void take_cited(const std::vector<CitationReading>& readings) {
    for (CitedDocument& cited : find_cited_documents(text_, words_, readings)) {
      DraftCitation citation;
      citation.symbol = cited.symbol;
      citation.type = std::move(cited.type);
      citation.type_said = cited.first < words_.size() && words_[cited.first].kind == TokenKind::kWord &&
                           find_type_name(words_, cited.first) != nullptr;
      citation.date = std::move(cited.date);
      citation.begin = cited.begin;
      citation.end = cited.end;
      if (cited.symbol) citation.written = letters_of_symbol(cited);
      found_.push_back(std::move(citation));
    }
  }

  // The symbol itself, without the type before and the date behind it.
  std::string letters_of_symbol(const CitedDocument& cited) const {
    const std::string_view own = text_.substr(cited.begin, cited.end - cited.begin);
    const MappedText letters = read_letters(own);
    const auto symbols = find_symbols(letters);
    if (symbols.empty()) return "";
    const std::uint32_t begin = letters.offsets[symbols[0].begin];
    return printed(own, begin, letters.offsets[symbols[0].end]);
  }

  // What the words say: a number with its organ, and more of the meetings than their place.
  void take_spoken(const std::vector<CitationReading>& readings) {
    const std::size_t written = found_.size();
    std::size_t next = 0;
    for (const CitationReading& reading : readings) {
      if (reading.last == 0 || reading.last > words_.size()) continue;
      const std::uint32_t begin = words_[reading.first].begin;
      const std::uint32_t end = words_[reading.last - 1].end;
      while (next < written && found_[next].end <= begin) ++next;
      const bool whole = reading.symbol.number != 0 && !reading.symbol.organ.empty();
      if (next < written && found_[next].begin < end) {
        DraftCitation& same = found_[next];
        if (!same.symbol && reading.session) {
          same.session = reading.session;
          if (whole) same.symbol = reading.symbol;
        }
        continue;
      }
      if (!whole) continue;
      DraftCitation citation;
      citation.symbol = reading.symbol;
      citation.session = reading.session;
      citation.type = reading.type_name;
      citation.type_said = find_type_name(words_, reading.first) != nullptr;
      citation.begin = begin;
      citation.end = end;
      for (auto date = first_date(begin); date != dates_.end() && date->end <= end; ++date)
        citation.date = date->iso;
      if (citation.date.empty()) take_date(citation, static_cast<std::uint32_t>(text_.size()));
      found_.push_back(std::move(citation));
    }
  }

  std::vector<DateAt>::const_iterator first_date(std::uint32_t byte) const {
    return std::lower_bound(dates_.begin(), dates_.end(), byte,
                            [](const DateAt& date, std::uint32_t at) { return date.begin < at; });
  }

  void take_date(DraftCitation& citation, std::uint32_t limit) const {
    const auto date = first_date(citation.end);
    if (date == dates_.end() || date->end > limit || date->begin - citation.end > kDateBehind ||
        !only_joints(text_, words_, citation.end, date->begin))
      return;
    citation.date = date->iso;
    citation.end = date->end;
  }

  std::size_t word_from(std::uint32_t byte) const {
    return static_cast<std::size_t>(
        std::lower_bound(words_.begin(), words_.end(), byte,
                         [](const Token& word, std::uint32_t at) { return word.begin < at; }) -
        words_.begin());
  }

  // "của Tỉnh ủy Đông Giang[, ngày 01/6/2022]"
  void take_behind(DraftCitation& citation, std::uint32_t limit) const {
    const std::size_t of = word_from(citation.end);
    if (is_word(words_, of, "của") && words_[of].begin - citation.end <= kOfBehind &&
        only_joints(text_, words_, citation.end, words_[of].begin))
      take_issuer(citation, of + 1, limit);
    else
      issuer_within(citation);
    if (citation.date.empty()) take_date(citation, limit);
    citation.text = printed(text_, citation.begin, citation.end);
  }

  void take_issuer(DraftCitation& citation, std::size_t first, std::uint32_t limit) const {
    std::size_t last = first;
    while (last < words_.size() && last - first < kMostIssuer && words_[last].end <= limit &&
           belongs(first, last))
      ++last;
    while (last > first && is_word(words_, last - 1, "và")) --last;
    if (last == first) return;
    const std::uint32_t begin = words_[first].begin;
    citation.issuer = printed(text_, begin, words_[last - 1].end);
    citation.end = words_[last - 1].end;
  }

  // "Nghị quyết 05 của Tỉnh ủy": the organ is part of what was read as the symbol.
  void issuer_within(DraftCitation& citation) const {
    if (!citation.written.empty()) return;
    for (std::size_t i = word_from(citation.begin); i < words_.size() && words_[i].end <= citation.end; ++i)
      if (find_organ_name(words_, i) != nullptr) {
        const std::uint32_t begin = words_[i].begin;
        std::size_t last = i;
        while (last < words_.size() && last - i < kMostIssuer && belongs(i, last) &&
               (words_[last].end <= citation.end || !citation.session))
          ++last;
        if (last == i) return;
        citation.issuer = printed(text_, begin, words_[last - 1].end);
        citation.end = std::max(citation.end, words_[last - 1].end);
        return;
      }
  }

  bool belongs(std::size_t first, std::size_t at) const {
    const Token& word = words_[at];
    if (at > first) {
      const std::uint32_t before = words_[at - 1].end;
      if (word.begin - before > kMostGap) return false;
      if (text_.substr(before, word.begin - before).find_first_not_of(" -\n\xC2\xA0") !=
          std::string_view::npos)
        return false;
    }
    for (const auto phrase : kBehind)
      if (word.text == phrase.substr(0, phrase.find(' ')) && match_phrase(words_, at, phrase) != 0)
        return false;
    if (find_type_name(words_, at) != nullptr && at > first) return false;
    if (word.text == "và") return at > first && at + 1 < words_.size() && has_capital(words_[at + 1]);
    return has_capital(word) || std::find(kSmall.begin(), kSmall.end(), word.text) != kSmall.end();
  }

  bool has_capital(const Token& word) const {
    const MappedText letters = read_letters(text_.substr(word.begin, word.end - word.begin));
    return !letters.chars.empty() && fold_letter(letters.chars[0]) != letters.chars[0];
  }

  std::string_view text_;
  Tokens words_;
  std::vector<DateAt> dates_;
  std::vector<DraftCitation> found_;
};

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const char32_t c : read_letters(text).chars)
    if (!is_space(c)) append_utf8(out, c);
  return out;
}

}  // namespace

std::vector<DraftCitation> find_draft_citations(std::string_view text) { return Finder(text).find(); }

bool is_well_written(const DraftCitation& citation) {
  return citation.symbol && !citation.written.empty() &&
         without_blanks(citation.written) == citation.symbol->canonical();
}

}  // namespace vankien
