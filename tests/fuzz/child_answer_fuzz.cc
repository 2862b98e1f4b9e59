// Any bytes said by a child that a hostile file has taken over: frames and answers as they should be, or an ExtractError,
// nothing else. What is said whole comes out the same when it comes in pieces.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/extract/child_answer.h"
#include "indexer/extract/unpack_frames.h"

namespace {

std::string heard(std::string_view bytes, std::size_t piece) {
  std::string all;
  vankien::FrameReader frames(1 << 16, [&](vankien::FrameKind kind, std::string_view payload) {
    if (payload.size() > 1 << 16) std::abort();
    all += vankien::to_frame(kind, payload);
  });
  try {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
      frames.feed(bytes.substr(0, piece));
  } catch (const vankien::ExtractError&) {
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const std::string all = heard(bytes, size);
  if (!bytes.starts_with(all) || heard(bytes, 3) != all) std::abort();
  try {
    vankien::from_answer(bytes);
  } catch (const vankien::ExtractError&) {
  }
  return 0;
}
