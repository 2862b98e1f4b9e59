#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace vankien {

// What an unpacking child says: frames, each a letter, the length of what follows in four bytes (little-endian),
// and what follows.
//   T {answer}                    the container's own text (child_answer.h)
//   M {"name", "extension"}       a member begins
//   D bytes                       of the member begun last
//   m                             it ends
//   F {"name", "code", "reason"}  a member cannot be had
//   N                             no container: read it as a document
//   E {answer}                    the container cannot be unpacked
//   .                             that was all
enum class FrameKind : char {
  kText = 'T',
  kMember = 'M',
  kData = 'D',
  kMemberEnd = 'm',
  kFailure = 'F',
  kNoContainer = 'N',
  kError = 'E',
  kEnd = '.'
};

/// The frame's bytes. `payload` is at most 4 GiB.
std::string to_frame(FrameKind kind, std::string_view payload);

/// Cuts a stream of bytes into frames again.
class FrameReader {
 public:
  using Take = std::function<void(FrameKind, std::string_view payload)>;
  /// No frame is longer than `most` bytes.
  FrameReader(std::size_t most, Take take) : most_(most), take_(std::move(take)) {}
  /// Throws ExtractError crashed for what is no frame, and what `take` throws.
  void feed(std::string_view bytes);

 private:
  std::size_t most_;
  Take take_;
  std::string pending_;
};

}  // namespace vankien
