#include "analyzers/schema/session_finder.h"

#include <initializer_list>

namespace vankien {
namespace {

// Words of the longest name, "hội nghị ban chấp hành đảng bộ thành phố đảng lần thứ mười hai ban chấp hành … nhiệm kỳ 2020-2025",
// are 28.
constexpr std::size_t kMostWords = 40;

bool is_any_of(std::uint64_t key, std::initializer_list<std::uint64_t> choices) {
  for (const std::uint64_t choice : choices)
    if (key == choice) return true;
  return false;
}

// In digits, Arabic or Roman.
bool may_be_number(std::uint64_t key) {
  const std::uint64_t size = key >> 56;
  const auto last = static_cast<unsigned char>(size == 0 ? 0 : key >> 8 * (size - 1));
  return (last >= '0' && last <= '9') || last == 'i' || last == 'v' || last == 'x';
}

constexpr std::uint64_t key(std::string_view word) { return short_key(word); }

}  // namespace

bool may_begin_session(std::uint64_t word, std::uint64_t next) {
  switch (word) {
    case key("hội"):
    case key("hoi"):
      return is_any_of(next, {key("nghị"), key("nghi")});
    case key("đại"):
    case key("dai"):
      return is_any_of(next, {key("hội"), key("hoi")});
    case key("trung"):
      return is_any_of(next, {key("ương"), key("uong")});
    case key("ban"):
      return is_any_of(next, {key("chấp"), key("chap")});
    case key("t"):
      return is_any_of(next, {key("ư"), key("w")});
    case key("tư"):  // TƯ Đảng, TƯ lần thứ tư, TƯ 4; mostly it is "đầu tư" and "thông tư"
      return may_be_number(next) ||
             is_any_of(next, {key("đảng"), key("dang"), key("lần"), key("lan"), key("thứ"), key("thu")});
    case key("hn"):
    case key("hntw"):
    case key("tw"):
    case key("bch"):
    case key("bchtw"):
    case key("nqtw"):
    case key("kltw"):
      return true;
    default:
      return false;
  }
}

// Behind "nghị quyết", "kết luận", nq and kl more is read: so two words stand before a name.
void SessionFinder::keep(std::string_view word, TokenKind kind, std::uint64_t key) {
  if (wanted_ == 0)
    for (const std::uint64_t before : before_)
      kept_.push_back({short_word(before), 0, 0, 0, TokenKind::kWord});
  kept_.push_back({std::string(word), 0, 0, 0, kind});
  wanted_ = may_begin_session(before_[2], key) ? kMostWords : wanted_ - 1;
  if (wanted_ == 0) read();
}

void SessionFinder::read() {
  for (SessionReading& reading : read_sessions(kept_)) found_.push_back(std::move(reading));
  kept_.clear();
}

std::vector<SessionReading> SessionFinder::finish() {
  read();
  return std::move(found_);
}

}  // namespace vankien
