/// What is not ours to mend, for LeakSanitizer; in the program itself, because a locked-up reader can open no list of them.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\n";  // a part of its settings that it loses hold of
}
