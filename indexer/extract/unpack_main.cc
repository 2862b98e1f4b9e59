#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <iterator>
#include <new>
#include <nlohmann/json.hpp>

#include "indexer/extract/child.h"
#include "indexer/extract/child_answer.h"
#include "indexer/extract/letter_mark.h"
#include "indexer/extract/unpack.h"
#include "indexer/extract/unpack_frames.h"

namespace vankien {
namespace {

/// Our parent is gone, or will hear no more: nothing is left to do.
struct NobodyListens {};

void say(FrameKind kind, std::string_view payload) {
  const std::string frame = to_frame(kind, payload);
  for (std::string_view left = frame; !left.empty();) {
    const ssize_t written = write(STDOUT_FILENO, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) throw NobodyListens();
    left.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string dump(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

class Speaker : public UnpackSink {
 public:
  void text(const ExtractedText& text) override { say(FrameKind::kText, to_answer(text)); }
  void begin(const std::string& name, std::string_view extension) override {
    say(FrameKind::kMember, dump({{"name", name}, {"extension", extension}}));
  }
  void bytes(std::string_view block) override {
    constexpr std::size_t kBlock = 1 << 16;
    for (; !block.empty(); block.remove_prefix(std::min(kBlock, block.size())))
      say(FrameKind::kData, block.substr(0, kBlock));
  }
  void end() override { say(FrameKind::kMemberEnd, {}); }
  void fail(const std::string& name, const ExtractError& error) override {
    say(FrameKind::kFailure, dump({{"name", name}, {"code", error.code()}, {"reason", error.what()}}));
  }
};

void unpack(const std::filesystem::path& file, const ExtractLimits& limits, const UnpackBudget& budget) {
  Speaker speaker;
  try {
    if (!unpack_file(file, limits, budget, speaker)) say(FrameKind::kNoContainer, {});
    say(FrameKind::kEnd, {});
  } catch (const ExtractError& error) {
    say(FrameKind::kError, to_answer(error));
  } catch (const std::bad_alloc&) {
    say(FrameKind::kError,
        to_answer(ExtractError("out_of_memory",
                               "needs more than " + std::to_string(limits.memory_bytes) + " bytes")));
  } catch (const std::exception& error) {
    say(FrameKind::kError, to_answer(ExtractError("crashed", error.what())));
  }
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  return std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size();
}

std::string read_bytes(const std::filesystem::path& file, const ExtractLimits& limits) {
  if (!std::filesystem::is_regular_file(file)) throw ExtractError("unreadable", "not a regular file");
  if (std::filesystem::file_size(file) > limits.input_bytes)
    throw ExtractError("too_large", "letter of more than " + std::to_string(limits.input_bytes) + " bytes");
  std::ifstream in(file, std::ios::binary);
  if (!in) throw ExtractError("unreadable", "cannot be opened");
  return {std::istreambuf_iterator<char>(in), {}};
}

bool holds_outlook_letter(std::string_view bytes) {
  std::string wide;
  for (const char c : std::string_view("__properties_version1.0")) (wide += c) += '\0';
  return bytes.find(wide) != std::string_view::npos;
}

}  // namespace

bool unpack_file(const std::filesystem::path& file, const ExtractLimits& limits, const UnpackBudget& budget,
                 UnpackSink& sink) {
  char head[8] = {};
  std::ifstream in(file, std::ios::binary);
  if (!in) throw ExtractError("unreadable", "cannot be opened");
  in.read(head, sizeof head);
  const std::string_view start(head, static_cast<std::size_t>(in.gcount()));
  in.close();
  if (start.empty()) throw ExtractError("empty", "file of 0 bytes");
  if (start.starts_with("PK\x03\x04") || start.starts_with("PK\x05\x06"))
    return unpack_zip(file, budget, limits, sink);
  const std::string ending = file.extension().string();
  const bool named_zip = ending == ".zip" || ending == ".ZIP" || ending == ".Zip";
  if (named_zip || start.starts_with("%PDF-") || start.starts_with("{\\rtf")) return false;
  const std::string bytes = read_bytes(file, limits);
  if (!start.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) {
    if (is_saved_web_page(file) || (!is_container(file) && is_saved_page_head(bytes)))
      unpack_web_page(bytes, limits, sink);
    else
      unpack_mail(bytes, budget, limits, sink);
    return true;
  }
  if (!holds_outlook_letter(bytes)) return false;
  unpack_mail(mail_of_outlook(file, limits), budget, limits, sink);
  return true;
}

bool is_unpack_one(int argc, char** argv) { return argc >= 2 && std::string_view(argv[1]) == "unpack-one"; }

int unpack_one_main(int argc, char** argv) {
  constexpr int kUsage = 2;
  ExtractLimits limits;
  UnpackBudget budget;
  const bool good = argc == 10 && read_number(argv[3], budget.members) &&
                    read_number(argv[4], budget.bytes) && read_limits(argv + 5, limits);
  if (!good) return kUsage;
  lock_up(argv[2], "", limits);
  try {
    unpack(argv[2], limits, budget);
  } catch (const NobodyListens&) {
    return 1;
  }
  return 0;
}

}  // namespace vankien
