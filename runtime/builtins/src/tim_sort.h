// Tim Peters' merge sort (listsort.txt in CPython's sources), with the parameters of java.util.TimSort.
//
// A comparator that contradicts itself, `<=` for one, gives an order that depends on which elements are compared when.
// So that it is the JVM's order, every choice is the same: runs, the binary insertion of short ones, when runs are merged,
// from which end, and when merging gallops.
//
// Errors  "Comparison method violates its general contract!" as java.util.TimSort, where a merge notices it.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "clj/core/error.h"

namespace clj::builtins {

// Sorts the items, which are cheap to copy. `order.less(a, b)` and `order.greater(a, b)` are the comparator's answer below
// and above zero: two questions, because the second costs a predicate another call.
template <class Item, class Order>
class TimSort {
 public:
  TimSort(std::vector<Item>& items, const Order& order) : items_(items), order_(order) {}

  void sort() {
    size_t remaining = items_.size(), from = 0;
    if (remaining < 2) return;
    size_t shortest_run = remaining < kMergeFrom ? remaining : shortest_run_for(remaining);
    while (remaining != 0) {
      size_t length = ascending_run(from, from + remaining);
      if (length < shortest_run) {
        size_t forced = std::min(remaining, shortest_run);
        insert_into_run(from, from + length, from + forced);
        length = forced;
      }
      runs_.push_back({from, length});
      restore_invariant();
      from += length;
      remaining -= length;
    }
    while (runs_.size() > 1) merge_runs(smaller_neighbour(runs_.size() - 2));
  }

 private:
  static constexpr size_t kMergeFrom = 32;  // shorter inputs are one run
  static constexpr ptrdiff_t kGallopFrom = 7;

  struct Run {
    size_t from, length;
  };

  static size_t shortest_run_for(size_t n) {
    size_t lost_bits = 0;
    for (; n >= kMergeFrom; n >>= 1) lost_bits |= n & 1;
    return n + lost_bits;
  }

  // The length of the run at `from`; one that descends strictly is reversed.
  size_t ascending_run(size_t from, size_t end) {
    size_t at = from + 1;
    if (at == end) return 1;
    if (order_.less(items_[at], items_[from])) {
      for (++at; at < end && order_.less(items_[at], items_[at - 1]);) ++at;
      std::reverse(begin() + offset(from), begin() + offset(at));
    } else {
      for (++at; at < end && !order_.less(items_[at], items_[at - 1]);) ++at;
    }
    return at - from;
  }

  // [from, sorted_end) is sorted; afterwards [from, end) is.
  void insert_into_run(size_t from, size_t sorted_end, size_t end) {
    for (size_t i = sorted_end; i < end; ++i) {
      Item moving = items_[i];
      size_t low = from, high = i;
      while (low < high) {
        size_t middle = (low + high) / 2;
        if (order_.less(moving, items_[middle])) high = middle;
        else low = middle + 1;
      }
      std::move_backward(begin() + offset(low), begin() + offset(i), begin() + offset(i + 1));
      items_[low] = moving;
    }
  }

  // The run to merge with its successor: the one before it when that is shorter than the successor.
  size_t smaller_neighbour(size_t run) const { return run > 0 && runs_[run - 1].length < runs_[run + 1].length ? run - 1 : run; }

  // Merges until each run is longer than the sum of the two after it.
  void restore_invariant() {
    while (runs_.size() > 1) {
      size_t n = runs_.size() - 2;
      auto too_short = [&](size_t i) { return runs_[i - 1].length <= runs_[i].length + runs_[i + 1].length; };
      if ((n > 0 && too_short(n)) || (n > 1 && too_short(n - 1))) n = smaller_neighbour(n);
      else if (runs_[n].length > runs_[n + 1].length) return;
      merge_runs(n);
    }
  }

  void merge_runs(size_t run) {
    Run first = runs_[run], second = runs_[run + 1];
    runs_[run].length += second.length;
    runs_.erase(runs_.begin() + offset(run + 1));
    // What of the first run is in place already, and what of the second.
    size_t in_place = gallop_right(items_[second.from], &items_[first.from], first.length, 0);
    first.from += in_place;
    first.length -= in_place;
    if (first.length == 0) return;
    second.length = gallop_left(items_[first.from + first.length - 1], &items_[second.from], second.length, second.length - 1);
    if (second.length == 0) return;
    if (first.length <= second.length) merge_from_start(first, second);
    else merge_from_end(first, second);
  }

  // How many of the n items come before `key`, not counting equal ones, searched outwards from `hint`.
  size_t gallop_left(const Item& key, const Item* items, size_t n, size_t hint) const {
    return gallop(n, hint, [&](size_t i) { return order_.greater(key, items[i]); });
  }
  // The same, counting equal ones.
  size_t gallop_right(const Item& key, const Item* items, size_t n, size_t hint) const {
    return gallop(n, hint, [&](size_t i) { return !order_.less(key, items[i]); });
  }

  // The first of [0, n) that is not `before`: steps 1, 3, 7 … away from `hint`, then a binary search.
  template <class Before>
  static size_t gallop(size_t n, size_t hint, const Before& before) {
    size_t low, high, last = 0, step = 1;
    if (before(hint)) {
      size_t limit = n - hint;
      while (step < limit && before(hint + step)) last = step, step = 2 * step + 1;
      low = hint + last + 1;
      high = hint + std::min(step, limit);
    } else {
      size_t limit = hint + 1;
      while (step < limit && !before(hint - step)) last = step, step = 2 * step + 1;
      low = hint + 1 - std::min(step, limit);
      high = hint - last;
    }
    while (low < high) {
      size_t middle = low + (high - low) / 2;
      if (before(middle)) low = middle + 1;
      else high = middle;
    }
    return high;
  }

  // Merges two neighbours, of which the first is not longer and begins with an item that belongs behind the second's first.
  void merge_from_start(Run first, Run second) {
    std::vector<Item> kept(begin() + offset(first.from), begin() + offset(first.from + first.length));
    size_t left = 0, left_count = first.length, right = second.from, right_count = second.length, out = first.from;
    auto take_left = [&](size_t n) {
      std::copy_n(kept.begin() + offset(left), n, begin() + offset(out));
      left += n, out += n, left_count -= n;
    };
    auto take_right = [&](size_t n) {
      std::copy_n(begin() + offset(right), n, begin() + offset(out));
      right += n, out += n, right_count -= n;
    };
    auto merge = [&] {
      take_right(1);
      if (right_count == 0 || left_count == 1) return;
      for (;;) {
        ptrdiff_t left_wins = 0, right_wins = 0;
        do {
          if (order_.less(items_[right], kept[left])) {
            take_right(1);
            ++right_wins, left_wins = 0;
            if (right_count == 0) return;
          } else {
            take_left(1);
            ++left_wins, right_wins = 0;
            if (left_count == 1) return;
          }
        } while ((left_wins | right_wins) < gallop_from_);
        do {
          left_wins = offset(gallop_right(items_[right], &kept[left], left_count, 0));
          take_left(static_cast<size_t>(left_wins));
          if (left_wins != 0 && left_count <= 1) return;
          take_right(1);
          if (right_count == 0) return;
          right_wins = offset(gallop_left(kept[left], &items_[right], right_count, 0));
          take_right(static_cast<size_t>(right_wins));
          if (right_wins != 0 && right_count == 0) return;
          take_left(1);
          if (left_count == 1) return;
          --gallop_from_;
        } while (left_wins >= kGallopFrom || right_wins >= kGallopFrom);
        gallop_from_ = std::max<ptrdiff_t>(gallop_from_, 0) + 2;
      }
    };
    merge();
    gallop_from_ = std::max<ptrdiff_t>(gallop_from_, 1);
    if (left_count == 0) contradiction();
    if (left_count == 1) take_right(right_count);
    take_left(left_count);
  }

  // Merges two neighbours, of which the second is shorter and the first ends with an item that belongs behind the second's last.
  void merge_from_end(Run first, Run second) {
    std::vector<Item> kept(begin() + offset(second.from), begin() + offset(second.from + second.length));
    // The counts are also where each run ends; `out` is where the merged part begins.
    size_t left_count = first.length, right_count = second.length, out = second.from + second.length;
    auto take_left = [&](size_t n) {
      size_t end = first.from + left_count;
      std::move_backward(begin() + offset(end - n), begin() + offset(end), begin() + offset(out));
      left_count -= n, out -= n;
    };
    auto take_right = [&](size_t n) {
      std::copy_n(kept.begin() + offset(right_count - n), n, begin() + offset(out - n));
      right_count -= n, out -= n;
    };
    auto merge = [&] {
      take_left(1);
      if (left_count == 0 || right_count == 1) return;
      for (;;) {
        ptrdiff_t left_wins = 0, right_wins = 0;
        do {
          if (order_.less(kept[right_count - 1], items_[first.from + left_count - 1])) {
            take_left(1);
            ++left_wins, right_wins = 0;
            if (left_count == 0) return;
          } else {
            take_right(1);
            ++right_wins, left_wins = 0;
            if (right_count == 1) return;
          }
        } while ((left_wins | right_wins) < gallop_from_);
        do {
          left_wins = offset(left_count - gallop_right(kept[right_count - 1], &items_[first.from], left_count, left_count - 1));
          take_left(static_cast<size_t>(left_wins));
          if (left_wins != 0 && left_count == 0) return;
          take_right(1);
          if (right_count == 1) return;
          right_wins = offset(right_count - gallop_left(items_[first.from + left_count - 1], kept.data(), right_count, right_count - 1));
          take_right(static_cast<size_t>(right_wins));
          if (right_wins != 0 && right_count <= 1) return;
          take_left(1);
          if (left_count == 0) return;
          --gallop_from_;
        } while (left_wins >= kGallopFrom || right_wins >= kGallopFrom);
        gallop_from_ = std::max<ptrdiff_t>(gallop_from_, 0) + 2;
      }
    };
    merge();
    gallop_from_ = std::max<ptrdiff_t>(gallop_from_, 1);
    if (right_count == 0) contradiction();
    if (right_count == 1) take_left(left_count);
    take_right(right_count);
  }

  [[noreturn]] static void contradiction() {
    throw_error(Error::kIllegalArgument, "Comparison method violates its general contract!");
  }

  static ptrdiff_t offset(size_t n) { return static_cast<ptrdiff_t>(n); }
  auto begin() { return items_.begin(); }

  std::vector<Item>& items_;
  const Order& order_;
  std::vector<Run> runs_;
  ptrdiff_t gallop_from_ = kGallopFrom;  // how often in a row one side must win before merging gallops
};

}  // namespace clj::builtins
