// Running bundles: a mapped file's functions become FnProtos when they are first needed.
//
// Threads  Loading and preparing are safe from any thread.
// Errors   IllegalStateException with the reason when a bundle cannot be used.
// Design   docs/bundle-format.md
#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "clj/bytecode/bundle.h"
#include "clj/value/value.h"

namespace clj::exec {

// A bundle made available to this process. Lives until the process ends.
struct LoadedBundle {
  bytecode::BundleView view;
  Value constants;  // ObjectArray: the pool's constants made so far, absent() before
};

// `bytes` must stay mapped. With `trusted`, checksums and the verifier are skipped: only for
// what is part of this very executable.
LoadedBundle* load_bundle(std::string_view bytes, bool trusted);
// The same for one that is open, and was verified or is trusted.
LoadedBundle* load_bundle(const bytecode::BundleView& view);

// Runs the top-level forms of the namespace whose path is `path` ("my/app"), in any loaded
// bundle, newest first. False when none has it.
bool load_namespace_from_bundles(std::string_view path);
// Runs one namespace of the bundle; with `wanted`, only the forms (counted from 0) for which it
// answers true.
void run_namespace(LoadedBundle* bundle, uint32_t index, const std::function<bool(uint32_t form)>& wanted = nullptr);
// Runs one form of it, in the bindings of the caller.
void run_form(LoadedBundle* bundle, uint32_t index, uint32_t form);

// A resource or module of any loaded bundle, by its name in UTF-8; the newest bundle's counts. False: none has it.
bool has_resource(std::string_view name);
bool read_resource(std::string_view name, std::string& bytes);

}  // namespace clj::exec
