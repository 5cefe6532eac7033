wanted = "SPECULATION"  # the target model would write these tokens, greedily
guess = "SPEXULATXON"  # the draft model's token at each position, after the right prefix
drafted, done = 4, 0
progress = []
while done < len(wanted):
    end = min(done + drafted, len(wanted))
    place = done
    while place < end and guess[place] == wanted[place]:
        place += 1  # accepted
    done = min(place + 1, len(wanted))  # one more token, from the target itself
    progress.append(done)
print(*progress)
