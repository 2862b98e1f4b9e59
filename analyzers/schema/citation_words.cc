#include "analyzers/schema/citation_words.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/schema/document_type.h"
#include "analyzers/schema/organ.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/symbol_words.h"

namespace vankien {
namespace {

constexpr std::size_t kMostGluedSession = 8;  // words of "NQTW 4 nhiệm kỳ 2020-2025"

// Meetings adopt these; "báo cáo trung ương 5 năm" names none.
bool is_of_meetings(const std::string& type) {
  return type == "NQ" || type == "KL" || type == "QĐ" || type == "TB" || type == "CT";
}

class Reader {
 public:
  Reader(WordSpan words, std::size_t first, const SymbolReading* symbol)
      : words_(words), at_(first), symbol_(symbol) {
    citation_.first = first;
  }

  std::optional<CitationReading> read() {
    if (symbol_ != nullptr) return from_symbol();
    if (take_glued() || take_type()) return from_type();
    return std::nullopt;
  }

 private:
  // What read_symbol_words made of it, and what follows: a date, a meeting, a term.
  std::optional<CitationReading> from_symbol() {
    citation_.symbol = symbol_->symbol;
    at_ = symbol_->last;
    name_type();
    take_date();
    if (is_of_meetings(citation_.symbol.type)) take_session(true);
    take_term();
    const bool said = !citation_.symbol.organ.empty() || citation_.session || !citation_.term.empty();
    if (!said) return std::nullopt;
    return done();
  }

  std::optional<CitationReading> from_type() {
    if (is_of_meetings(citation_.symbol.type)) take_session(true);
    if (!citation_.session) return std::nullopt;
    take_term();
    return done();
  }

  bool take_type() {
    if (const SpokenName* name = find_type_name(words_, at_)) {
      citation_.symbol.type = name->meaning;
      citation_.type_name = name->type_name;
      at_ += name->words.size();
      return true;
    }
    const auto letters = type_letters_at(words_, at_);
    if (!letters) return false;
    citation_.symbol.type = *letters;
    name_type();
    ++at_;
    return true;
  }

  // NQTW4, NQTW 4: the meeting begins inside the word.
  bool take_glued() {
    const auto glued = glued_letters_at(words_, at_);
    if (!glued || glued->organ != "TW") return false;
    const std::size_t near = std::min(words_.size(), at_ + kMostGluedSession);
    rest_.assign(words_.begin() + static_cast<std::ptrdiff_t>(at_),
                 words_.begin() + static_cast<std::ptrdiff_t>(near));
    rest_.front().text = "tw";
    const auto session = session_at(rest_, 0);
    if (!session) return false;
    citation_.symbol.type = glued->type;
    name_type();
    put(*session);
    at_ += session->last;
    return true;
  }

  void name_type() {
    if (const auto* type = type_of_abbreviation(citation_.symbol.type, citation_.symbol.system))
      citation_.type_name = type->name;
    // The words themselves say more than the letters: QĐ may be two types.
    if (const SpokenName* name = find_type_name(words_, citation_.first))
      citation_.type_name = name->type_name;
  }

  void take_session(bool typed) {
    if (citation_.session) return;
    std::size_t place = at_;
    if (is_word(words_, place, "của") || is_word(words_, place, "tại")) ++place;
    const auto session = session_at(words_, place);
    if (!session || !(typed || session->named)) return;
    if (!session->named && session->session.term.empty() && counts_something(session->last)) return;
    put(*session);
    at_ = session->last;
  }
  // "trung ương 5 năm qua": a number of years, not of a meeting.
  bool counts_something(std::size_t at) const {
    return is_word(words_, at, "năm") || is_word(words_, at, "tháng");
  }

  void put(const SessionReading& reading) {
    citation_.session = reading.session;
    citation_.term = reading.session.term;
    if (citation_.symbol.number != 0 && citation_.symbol.organ.empty())
      citation_.symbol.organ = reading.session.organ;
  }

  void take_term() {
    if (!citation_.term.empty()) return;
    const auto term = term_at(words_, at_);
    if (!term) return;
    citation_.term = term->term;
    if (citation_.session && citation_.session->term.empty()) citation_.session->term = term->term;
    at_ += term->words;
  }

  // ngày 22/10/2009, ngày 22 tháng 10 năm 2009: a symbol of the State has the year.
  void take_date() {
    std::size_t place = at_;
    if (!is_word(words_, place, "ngày")) return;
    const auto day = number_at(words_, place + 1);
    std::size_t month = place + 2;
    if (is_word(words_, month, "tháng")) ++month;
    place = month + 1;
    if (is_word(words_, place, "năm")) ++place;
    const auto year = year_at(words_, place);
    const auto month_number = number_at(words_, month);
    if (!day || *day > 31 || !month_number || *month_number > 12 || !year) return;
    auto& symbol = citation_.symbol;
    if (symbol.year == 0 && !symbol.organ.empty() && !is_party_organ(symbol.organ)) symbol.year = *year;
    at_ = place + 1;
  }

  CitationReading done() {
    citation_.last = at_;
    return std::move(citation_);
  }

  WordSpan words_;
  std::size_t at_;
  const SymbolReading* symbol_;
  Tokens rest_;
  CitationReading citation_;
};

// `symbol` and `session` as they begin at `at`, or none.
std::optional<CitationReading> citation_at(WordSpan words, std::size_t at, const SymbolReading* symbol,
                                           const SessionReading* session) {
  if (auto citation = Reader(words, at, symbol).read()) return citation;
  if (session == nullptr || session->session.term.empty()) return std::nullopt;
  CitationReading alone;
  alone.term = session->session.term;
  alone.session = session->session;
  alone.first = at;
  alone.last = session->last;
  return alone;
}

}  // namespace

std::optional<CitationReading> citation_at_start(const Tokens& words) {
  if (words.empty()) return std::nullopt;
  const auto symbol = symbol_words_at(words, 0);
  const auto session = told_session_at(words, 0);
  return citation_at(words, 0, symbol ? &*symbol : nullptr, session ? &*session : nullptr);
}

std::vector<CitationReading> read_citations(const Tokens& words, std::string_view text) {
  const auto symbols = read_symbol_words(words, text);
  const auto sessions = read_sessions(words);
  std::vector<CitationReading> found;
  auto symbol = symbols.begin();
  auto session = sessions.begin();
  std::size_t at = 0;
  std::size_t end = 0;
  while (at < words.size()) {
    if (at >= end) end = sentence_end(words, at, text);
    const WordSpan sentence = WordSpan(words).first(end);
    while (symbol != symbols.end() && symbol->first < at) ++symbol;
    while (session != sessions.end() && session->first < at) ++session;
    const bool said = symbol != symbols.end() && symbol->first == at;
    const bool meets = session != sessions.end() && session->first == at;
    if (auto citation = citation_at(sentence, at, said ? &*symbol : nullptr, meets ? &*session : nullptr)) {
      at = citation->last;
      found.push_back(std::move(*citation));
    } else {
      ++at;
    }
  }
  return found;
}

bool says_more(const CitationReading& citation, const Symbol& symbol) {
  if (citation.session || !citation.term.empty()) return true;
  // "Nghị định 92/CP" leaves NĐ out; "Công văn số 123/UBND-KGVX" leaves nothing out: letters of the State have no type.
  return symbol.type.empty() && !citation.symbol.type.empty() && citation.symbol.type != "CV";
}

CitationTerms citation_terms(const CitationReading& citation) {
  CitationTerms terms;
  const Symbol& symbol = citation.symbol;
  if (symbol.number != 0 && !symbol.organ.empty()) {
    // A year that a careless citation gives may be wrong or of its date: without it is the same document too.
    const SymbolKeys keys = symbol_keys(symbol);
    terms.own.push_back(make_term(prefix::kSymbol, keys.without_year));
    terms.mentions.push_back(make_term(prefix::kMention, keys.without_year));
    if (symbol.type == "NĐ" && symbol.organ == "CP") {  // other papers may cite it as carelessly: 92/CP
      Symbol untyped = symbol;
      untyped.type.clear();
      untyped.year = 0;
      terms.mentions.push_back(make_term(prefix::kMention, untyped.key()));
    }
    if (symbol.year != 0) terms.better.push_back(make_term(prefix::kSymbol, keys.exact));
  } else if (symbol.number != 0) {
    terms.own.push_back(make_term(prefix::kNumber, number_key(symbol.number, symbol.type)));
  } else if (!citation.type_name.empty()) {
    terms.own.push_back(make_term(prefix::kType, fold_value(citation.type_name)));
  }
  if (citation.session) {
    const std::string key = citation.session->key();
    if (symbol.number == 0) {
      terms.own.push_back(make_term(prefix::kSession, key));
      terms.mentions.push_back(make_term(prefix::kSessionMention, key));
    } else {
      terms.better.push_back(make_term(prefix::kSession, key));
    }
  }
  if (symbol.number != 0 && !citation.term.empty())
    terms.own.push_back(make_term(prefix::kTerm, fold_value(citation.term)));
  return terms;
}

}  // namespace vankien
