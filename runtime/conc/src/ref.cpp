#include "clj/conc/ref.h"

#include <algorithm>
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/refs.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj::conc {

namespace {

constexpr int kMaxAttempts = 10000, kAttemptsBeforeWaiting = 3;

std::shared_mutex commit_mutex;          // exclusive while values are published
std::atomic<uint64_t> commit_time{0};

struct Snapshot {
  Value value;
  uint64_t time;
};
Snapshot snapshot(Ref* ref) {
  std::shared_lock lock(commit_mutex);
  return {ref->value.load(), ref->time.load(std::memory_order_relaxed)};
}

Value applied(Value f, Value state, const Value* args, uint32_t count) {
  if (f.is_nil()) throw_apply_of_nil("\"fn\"");
  gc::ValueList all;
  all.push_back(state);
  for (uint32_t i = 0; i < count; ++i) all.push_back(args[i]);
  return invoke(f, all.data(), static_cast<uint32_t>(all.size()));
}

class Transaction;
thread_local Transaction* current = nullptr;

class Transaction {
 public:
  Value run(Value f);

  Value read(Ref* ref) {
    if (size_t* at = find(ref)) return values_[*at];
    Snapshot now = snapshot(ref);
    if (now.time > read_time_) retry();
    return now.value;
  }

  void set(Ref* ref, Value v) {
    Entry& entry = entry_for(ref, Value::nil());
    if (entry.commuted && !entry.set) throw_error(Error::kIllegalState, "Can't set after commute");
    entry.set = true;
    values_[index_[ref]] = v;
  }

  Value commute(Ref* ref, Value f, const Value* args, uint32_t count) {
    Value start = find(ref) ? values_[*find(ref)] : snapshot(ref).value;
    Value result = applied(f, start, args, count);
    Entry& entry = entry_for(ref, start);
    entry.commuted = true;
    values_[index_[ref]] = result;
    Value call = make_vector({Value::object(ref), f, make_vector(args, count)});
    commutes_.push_back(call);
    return result;
  }

  Value ensure(Ref* ref) {
    Value value = read(ref);
    if (std::find(ensured_.begin(), ensured_.end(), Value::object(ref)) == ensured_.end()) ensured_.push_back(Value::object(ref));
    return value;
  }

  void after_commit(void (*code)(Value, Value), Value a, Value b) {
    codes_.push_back(code);
    code_arguments_.push_back(a);
    code_arguments_.push_back(b);
  }

 private:
  struct Entry {
    bool set = false, commuted = false;
    uint64_t commute_time = 0;  // of the value that the commutes were applied to
  };

  size_t* find(Ref* ref) {
    auto found = index_.find(ref);
    return found == index_.end() ? nullptr : &found->second;
  }

  Entry& entry_for(Ref* ref, Value value) {
    auto [place, fresh] = index_.try_emplace(ref, entries_.size());
    if (fresh) {
      entries_.emplace_back();
      refs_.push_back(Value::object(ref));
      values_.push_back(value);
      old_values_.push_back(Value::nil());
    }
    return entries_[place->second];
  }

  [[noreturn]] void retry() {
    doomed_ = true;
    throw_value(retry_signal_);
  }

  void begin() {
    doomed_ = false;
    index_.clear();
    entries_.clear();
    refs_.clear();
    values_.clear();
    old_values_.clear();
    commutes_.clear();
    ensured_.clear();
    codes_.clear();
    code_arguments_.clear();
    read_time_ = commit_time.load();
  }

  void apply_commutes() {
    for (size_t i = 0; i < entries_.size(); ++i) {
      if (!entries_[i].commuted || entries_[i].set) continue;
      Snapshot now = snapshot(cast<Ref>(refs_[i]));
      entries_[i].commute_time = now.time;
      Value value = now.value;
      for (Value call : commutes_) {
        if (!(nth(call, 0) == refs_[i])) continue;
        gc::ValueList args;
        append_elements(nth(call, 2), args);
        value = applied(nth(call, 1), value, args.data(), static_cast<uint32_t>(args.size()));
      }
      values_[i] = value;
    }
  }

  // Publishes everything, or nothing when something has changed meanwhile.
  bool publish() {
    std::unique_lock lock(commit_mutex);
    for (size_t i = 0; i < entries_.size(); ++i) {
      uint64_t time = cast<Ref>(refs_[i])->time.load(std::memory_order_relaxed);
      if (entries_[i].set ? time > read_time_ : time != entries_[i].commute_time) return false;
    }
    for (Value ref : ensured_)
      if (cast<Ref>(ref)->time.load(std::memory_order_relaxed) > read_time_) return false;
    if (entries_.empty()) return true;
    uint64_t time = commit_time.load() + 1;
    for (size_t i = 0; i < entries_.size(); ++i) {
      auto* ref = cast<Ref>(refs_[i]);
      old_values_[i] = ref->value.load();
      ref->value.store(values_[i]);
      gc::write_barrier(ref);
      ref->time.store(time, std::memory_order_relaxed);
    }
    commit_time.store(time);
    return true;
  }

  bool commit() {
    if (doomed_) return false;
    apply_commutes();
    for (size_t i = 0; i < entries_.size(); ++i) validate(cast<Ref>(refs_[i])->validator.load(), values_[i]);
    return publish();
  }

  void finish() {
    for (size_t i = 0; i < entries_.size(); ++i) {
      auto* ref = cast<Ref>(refs_[i]);
      notify_watches(refs_[i], ref->watches, old_values_[i], values_[i]);
    }
    for (size_t i = 0; i < codes_.size(); ++i) codes_[i](code_arguments_[2 * i], code_arguments_[2 * i + 1]);
  }

  uint64_t read_time_ = 0;
  bool doomed_ = false;
  Value retry_signal_;
  std::unordered_map<Ref*, size_t> index_;
  std::vector<Entry> entries_;  // and, at the same index:
  gc::ValueList refs_, values_, old_values_;
  gc::ValueList commutes_;      // [ref f args]
  gc::ValueList ensured_;
  std::vector<void (*)(Value, Value)> codes_;
  gc::ValueList code_arguments_;
};

Value Transaction::run(Value f) {
  retry_signal_ = make_throwable(error_class(Error::kError), Value::nil(), Value::nil(), Value::nil());
  for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
    if (attempt > kAttemptsBeforeWaiting) {
      gc::BlockingRegion region;
      std::this_thread::sleep_for(std::chrono::microseconds(20 << std::min(attempt - kAttemptsBeforeWaiting, 8)));
    }
    begin();
    current = this;
    Value result;
    bool committed = false;
    try {
      result = invoke(f);
      committed = commit();
    } catch (ClojureThrow& thrown) {
      current = nullptr;
      if (!(thrown.value == retry_signal_)) throw;
    }
    current = nullptr;
    if (committed) {
      finish();
      return result;
    }
  }
  throw_error(Error::kRuntimeException, "Transaction failed after reaching retry limit");
}

Transaction& running() {
  if (!current) throw_error(Error::kIllegalState, "No transaction running");
  return *current;
}

}  // namespace

Value make_ref(Value value, Value meta, Value validator) {
  static std::atomic<int64_t> made{0};
  auto* ref = gc::make<Ref>();
  ref->number = made.fetch_add(1, std::memory_order_relaxed);
  ref->value.store(value);
  ref->meta.store(meta);
  ref->validator.store(validator);
  ref->max_history.store(10);
  return Value::object(ref);
}

Value deref_ref(Ref* ref) { return current ? current->read(ref) : ref->value.load(); }

bool in_transaction() { return current != nullptr; }

Value run_in_transaction(Value f) {
  if (current) return invoke(f);
  return Transaction().run(f);
}

Value ref_set(Ref* ref, Value v) {
  running().set(ref, v);
  return v;
}

Value alter(Ref* ref, Value f, const Value* args, uint32_t count) {
  Value result = applied(f, running().read(ref), args, count);
  return ref_set(ref, result);
}

Value commute(Ref* ref, Value f, const Value* args, uint32_t count) { return running().commute(ref, f, args, count); }
Value ensure(Ref* ref) { return running().ensure(ref); }

bool after_commit(void (*code)(Value a, Value b), Value a, Value b) {
  if (!current) return false;
  current->after_commit(code, a, b);
  return true;
}

}  // namespace clj::conc
