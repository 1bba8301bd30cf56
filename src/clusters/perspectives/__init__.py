"""The other two perspectives on internationals, and the city they live in.

Six types, eighteen regions of origin, nine types of municipality, who comes and stays,
and where people live. Nothing here is used to find the clusters.
"""
