#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "indexer/extract/formats.h"
#include "indexer/extract/legacy.h"
#include "indexer/extract/mail_head.h"
#include "indexer/extract/mail_part.h"
#include "indexer/extract/mail_text.h"
#include "indexer/extract/stamps.h"
#include "indexer/extract/unpack.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

// GMime itself stops at 1,024 and takes the rest for text.
constexpr unsigned kDeepest = 100;
// People attach ten files, programs a hundred; each costs a process.
constexpr std::size_t kMostAttachments = 1000;

/// "Your program shows no HTML", or the first lines only: not what the writer's other text says.
bool is_stub(const std::string& plain, const std::string& other) {
  constexpr std::size_t kTimesLonger = 4;
  return count_letters(plain) * kTimesLonger < count_letters(other);
}

/// Walks the parts in the order of the letter: texts become its text, all else attachments.
class Letter {
 public:
  Letter(const UnpackBudget& budget, const ExtractLimits& limits, UnpackSink& sink)
      : members_left_(std::min(budget.members, kMostAttachments)), limits_(limits), sink_(sink) {}

  /// The first walk gives the text, the second the attachments: the sink wants the text first.
  ExtractedText read_text(GMimeObject* root) {
    if (root != nullptr) text_ = read(root, 0);
    ExtractedText text;
    text.pages = {stamps_ + text_};
    text.warnings = std::move(warnings_);
    warnings_.clear();
    return text;
  }
  void send_attachments(GMimeObject* root) {
    sending_ = true;
    if (root != nullptr) read(root, 0);
  }

 private:
  std::string read(GMimeObject* part, unsigned depth) {
    if (depth > kDeepest)
      throw ExtractError("too_large", "a letter of parts nested deeper than " + std::to_string(kDeepest));
    if (GMIME_IS_MULTIPART(part)) return read_parts(GMIME_MULTIPART(part), depth);
    if (GMIME_IS_MESSAGE_PART(part)) return send_letter(GMIME_MESSAGE_PART(part));
    if (!GMIME_IS_PART(part)) return {};
    const std::string type = type_of_part(part);
    const bool attached = g_ascii_strcasecmp(string_of(g_mime_object_get_disposition(part)).c_str(),
                                             GMIME_DISPOSITION_ATTACHMENT) == 0;
    if (!attached && (type == "text/plain" || type == "text/html") && name_of_part(part).empty())
      return sending_ ? std::string() : text_of(part, type);
    // A signature says who sent the letter, no word of text.
    if (type == "application/pkcs7-signature" || type == "application/x-pkcs7-signature" ||
        type == "application/pgp-signature")
      return {};
    if (type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime")
      throw ExtractError("encrypted", "the letter is closed (S/MIME)");
    send(part, type);
    return {};
  }

  std::string read_parts(GMimeMultipart* parts, unsigned depth) {
    if (GMIME_IS_MULTIPART_ENCRYPTED(parts)) throw ExtractError("encrypted", "the letter is closed");
    const std::string type = type_of_part(GMIME_OBJECT(parts));
    const bool alternative = type == "multipart/alternative";
    const bool related = std::exchange(inside_related_, inside_related_ || type == "multipart/related");
    std::string all;
    std::string plain;
    std::string other;
    const int count = g_mime_multipart_get_count(parts);
    // A boundary that is missing or never comes leaves the whole text before the first part.
    if (count == 0 && !sending_) all = without_parts(parts);
    for (int i = 0; i < count; ++i) {
      GMimeObject* part = g_mime_multipart_get_part(parts, i);
      const std::string text = read(part, depth + 1);
      all += text;
      if (type_of_part(part) == "text/plain" && plain.empty())
        plain = text;
      else if (!text.empty())
        other = text;
    }
    inside_related_ = related;
    if (!alternative) return all;
    const std::string& text = is_stub(plain, other) ? other : plain;
    collect_missing_stamps({all}, text, stamps_);
    return text;
  }

  std::string without_parts(GMimeMultipart* parts) {
    const std::string text =
        string_of(g_mime_multipart_get_prologue(parts)) + string_of(g_mime_multipart_get_epilogue(parts));
    warnings_.push_back({"damaged", "", "the letter's parts are not parted: shown as it came"});
    return readable(utf8_of_mail(text, "", warnings_));
  }

  std::string text_of(GMimeObject* part, const std::string& type) {
    const std::string charset = string_of(g_mime_object_get_content_type_parameter(part, "charset"));
    const std::string utf8 = utf8_of_mail(content_of_part(GMIME_PART(part)), charset, warnings_);
    if (type == "text/plain") return readable(utf8);
    try {
      std::string text;
      for (const std::string& page : extract_html(utf8, limits_).pages) text += page;
      return text;
    } catch (const ExtractError& error) {
      if (error.code() != "empty") throw;
      return {};
    }
  }

  /// Line ends and control characters as in any text; nothing if there is no letter in it.
  std::string readable(const std::string& utf8) {
    if (count_letters(utf8) == 0) return {};
    std::string text;
    for (const std::string& page : extract_text(utf8, limits_).pages) text += page;
    if (text_bytes_ + text.size() > limits_.output_bytes)
      throw ExtractError("too_large", "more than " + std::to_string(limits_.output_bytes) + " bytes of text");
    text_bytes_ += text.size();
    return text;
  }

  void begin(const std::string& name, std::string_view extension) {
    if (members_left_-- == 0) throw ExtractError("too_large", "a letter with too many parts");
    sink_.begin(name, extension);
  }

  void send(GMimeObject* part, const std::string& type) {
    std::string name = name_of_part(part);
    const bool picture = type.starts_with("image/");
    if (!sending_) {
      if (picture && inside_related_)
        warnings_.push_back({"picture", name, "a picture inside the letter's text is not read"});
      return;
    }
    if (picture && inside_related_) return;
    const std::string_view extension = extension_of_type(type);
    ++attachments_;
    if (name.empty()) name = "phần " + std::to_string(attachments_) + std::string(extension);
    const std::string bytes = content_of_part(GMIME_PART(part));
    if (bytes.size() > limits_.input_bytes) {
      sink_.fail(name,
                 ExtractError("too_large", "more than " + std::to_string(limits_.input_bytes) + " bytes"));
      return;
    }
    begin(name, extension);
    sink_.bytes(bytes);
    sink_.end();
  }

  std::string send_letter(GMimeMessagePart* part) {
    GMimeMessage* inner = g_mime_message_part_get_message(part);
    if (!sending_ || inner == nullptr) return {};
    ++attachments_;
    std::string name = name_of_part(GMIME_OBJECT(part));
    if (name.empty()) name = head_line(string_of(g_mime_message_get_subject(inner)));
    for (char& c : name)
      if (c == '/' || c == '\\') c = '-';  // of a symbol in the subject, no folder
    if (name.empty()) name = "thư " + std::to_string(attachments_);
    if (!name.ends_with(".eml")) name += ".eml";
    begin(name, ".eml");
    sink_.bytes(bytes_of_letter(inner));
    sink_.end();
    return {};
  }

  std::size_t members_left_;
  const ExtractLimits& limits_;
  UnpackSink& sink_;
  bool sending_ = false;
  bool inside_related_ = false;
  int attachments_ = 0;
  std::size_t text_bytes_ = 0;
  std::string text_;
  std::string stamps_;
  std::vector<Warning> warnings_;
};

Owned<GMimeMessage> parse(std::string_view bytes) {
  g_mime_init();
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const std::unique_ptr<GMimeParserOptions, decltype(&g_mime_parser_options_free)> options(
      g_mime_parser_options_new(), &g_mime_parser_options_free);
  // Words of the head without a charset: what is no UTF-8 is repaired like any text (legacy.h).
  const char* fallback[] = {"utf-8", "windows-1252", "iso-8859-1", nullptr};
  g_mime_parser_options_set_fallback_charsets(options.get(), fallback);
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), options.get()));
}

}  // namespace

void unpack_mail(std::string_view bytes, const UnpackBudget& budget, const ExtractLimits& limits,
                 UnpackSink& sink) {
  const Owned<GMimeMessage> letter = parse(bytes);
  const std::string head = letter ? mail_head(letter.get()) : std::string();
  if (head.empty()) throw ExtractError("damaged", "no head of a letter");
  GMimeObject* root = g_mime_message_get_mime_part(letter.get());
  Letter reader(budget, limits, sink);
  ExtractedText text = reader.read_text(root);
  text.pages.insert(text.pages.begin(), head);
  text.format = "eml";
  if (const std::string sent = mail_date(letter.get(), "%Y-%m-%d"); !sent.empty())
    text.properties["sent"] = sent;
  decode_legacy(text);
  sink.text(text);
  reader.send_attachments(root);
}

void unpack_web_page(std::string_view bytes, const ExtractLimits& limits, UnpackSink& sink) {
  const Owned<GMimeMessage> page = parse(bytes);
  GMimeObject* root = page ? g_mime_message_get_mime_part(page.get()) : nullptr;
  if (root == nullptr) throw ExtractError("damaged", "no web page in a file");
  ExtractedText text = Letter({}, limits, sink).read_text(root);
  if (count_letters(text.pages.front()) == 0) throw ExtractError("empty", "a web page without text");
  text.format = "mht";
  decode_legacy(text);
  sink.text(text);
}

}  // namespace vankien
