// Any bytes: the properties of tests/analyzers/chain_properties_test.cc.
#include <unicode/brkiter.h>

#include <cstdlib>
#include <memory>
#include <vector>

#include "analyzers/analyzer.h"
#include "tests/analyzers/reference_chain.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<bool> grapheme_boundaries(std::string_view bytes) {
  const vankien::MappedText text = vankien::decode_utf8(bytes);
  icu::UnicodeString utf16;
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i < text.chars.size(); ++i) {
    utf16.append(static_cast<UChar32>(text.chars[i]));
    offsets.resize(static_cast<std::size_t>(utf16.length()), text.offsets[i]);
  }
  offsets.push_back(text.offsets.back());
  static const auto graphemes = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  }();
  graphemes->setText(utf16);
  std::vector<bool> out(bytes.size() + 1, false);
  for (std::int32_t at = graphemes->first(); at != icu::BreakIterator::DONE; at = graphemes->next())
    out[offsets[static_cast<std::size_t>(at)]] = true;
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace vankien;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto boundaries = grapheme_boundaries(text);
  const Tokens tokens = analyze(text);
  const Tokens wanted = reference_analyze(text);
  require(tokens.size() == wanted.size());
  std::string again;
  std::vector<std::string> words;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    require(token.text == wanted[i].text && token.begin == wanted[i].begin && token.end == wanted[i].end &&
            token.position == wanted[i].position && token.kind == wanted[i].kind);
    require(token.begin < token.end && token.end <= size && boundaries[token.begin] && boundaries[token.end]);
    if (token.kind == TokenKind::kBigram || token.kind == TokenKind::kSymbol) continue;
    require(token.begin >= last);
    const std::string_view between = text.substr(last, token.begin - last);
    const bool near = between.empty() || between == " " || between == "\t" || between == "\u00A0";
    if (!words.empty()) again += near ? " " : ", ";
    again += token.text;
    words.push_back(token.text);
    last = token.end;
  }
  std::size_t word = 0;
  for (const Token& token : analyze_words(again)) require(word < words.size() && token.text == words[word++]);
  require(word == words.size());
  return 0;
}
