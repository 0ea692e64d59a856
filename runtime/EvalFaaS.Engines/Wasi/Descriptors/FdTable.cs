namespace EvalFaaS.Engines;

/// <summary>A guest's descriptors by number.</summary>
internal sealed class FdTable
{
    /// <summary>Descriptors that a guest may have open, streams and granted directories included.</summary>
    public const int Maximum = 256;

    private Descriptor?[] _slots = new Descriptor?[4];

    /// <summary>Gives a descriptor the lowest number free.</summary>
    /// <returns>The number, or -1 when the table is full; the descriptor is closed then.</returns>
    public int Open(Descriptor descriptor)
    {
        var number = Array.IndexOf(_slots, null);
        if (number < 0)
        {
            number = _slots.Length;
            if (number >= Maximum)
            {
                descriptor.Close();
                return -1;
            }

            Array.Resize(ref _slots, number * 2);
        }

        _slots[number] = descriptor;
        return number;
    }

    /// <summary>Whether one more can be opened.</summary>
    public bool IsFull => _slots.Length >= Maximum && Array.IndexOf(_slots, null) < 0;

    /// <summary>The descriptor of this number, or null.</summary>
    public Descriptor? this[uint number] => number < (uint)_slots.Length ? _slots[number] : null;

    /// <summary>Finds a descriptor that has these rights.</summary>
    /// <returns>Success, <see cref="Errno.BadF"/> or <see cref="Errno.NotCapable"/>.</returns>
    public Errno Find(uint number, Rights rights, out Descriptor descriptor)
    {
        descriptor = this[number]!;
        if (descriptor is null) return Errno.BadF;
        return (descriptor.Base & rights) == rights ? Errno.Success : Errno.NotCapable;
    }

    /// <summary>Finds a directory that has these rights.</summary>
    /// <returns>Success, <see cref="Errno.BadF"/>, <see cref="Errno.NotDir"/> or <see cref="Errno.NotCapable"/>.</returns>
    public Errno Find(uint number, Rights rights, out HostDirectory directory)
    {
        directory = null!;
        if (this[number] is not { } found) return Errno.BadF;
        if (found is not HostDirectory it) return Errno.NotDir;
        directory = it;
        return (it.Base & rights) == rights ? Errno.Success : Errno.NotCapable;
    }

    /// <summary>Closes a descriptor.</summary>
    public Errno Close(uint number)
    {
        if (this[number] is not { } descriptor) return Errno.BadF;
        _slots[number] = null;
        descriptor.Close();
        return Errno.Success;
    }

    /// <summary>Gives a descriptor the number of another, which is closed. Both must be open.</summary>
    public Errno Renumber(uint from, uint to)
    {
        if (this[from] is not { } descriptor || this[to] is not { } replaced) return Errno.BadF;
        if (from == to) return Errno.Success;
        _slots[to] = descriptor;
        _slots[from] = null;
        replaced.Close();
        return Errno.Success;
    }

    /// <summary>Closes all.</summary>
    public void CloseAll()
    {
        for (var i = 0; i < _slots.Length; i++)
        {
            var descriptor = _slots[i];
            _slots[i] = null;
            descriptor?.Close();
        }

        if (_slots.Length > 16) _slots = new Descriptor?[4];
    }
}
